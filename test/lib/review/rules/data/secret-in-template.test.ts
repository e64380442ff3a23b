import { secretInTemplate } from '../../../../../lib/review/rules/data/secret-in-template';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(secretInTemplate, {
  type: 'AWS::SecretsManager::Secret',
  right: {},
  wrong: { SecretString: ['x'] },
});
