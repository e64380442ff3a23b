import { secretKey } from '../../../../../lib/review/rules/data/secret-key';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(secretKey, {
  type: 'AWS::SecretsManager::Secret',
  right: { KmsKeyId: 'x' },
  wrong: { KmsKeyId: [undefined] },
});
