import { buildSourceTls } from '../../../../../lib/review/rules/ci/build-source-tls';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(buildSourceTls, {
  type: 'AWS::CodeBuild::Project',
  right: { Source: { InsecureSsl: false } },
  wrong: { 'Source.InsecureSsl': [true] },
});
