import { secretPolicyPublic } from '../../../../../lib/review/rules/data/secret-policy-public';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(secretPolicyPublic, {
  type: 'AWS::SecretsManager::ResourcePolicy',
  right: { BlockPublicPolicy: true },
  wrong: { BlockPublicPolicy: [false, undefined] },
});
