import { buildKey } from '../../../../../lib/review/rules/ci/build-key';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(buildKey, {
  type: 'AWS::CodeBuild::Project',
  right: { EncryptionKey: 'x' },
  wrong: { EncryptionKey: [undefined] },
});
