import { buildLogsPlain } from '../../../../../lib/review/rules/ci/build-logs-plain';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(buildLogsPlain, {
  type: 'AWS::CodeBuild::Project',
  right: { LogsConfig: { S3Logs: { EncryptionDisabled: false } }, Artifacts: { EncryptionDisabled: false } },
  wrong: { 'LogsConfig.S3Logs.EncryptionDisabled': [true], 'Artifacts.EncryptionDisabled': [true] },
});
