import { workflowKey } from '../../../../../lib/review/rules/application/workflow-key';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(workflowKey, {
  type: 'AWS::StepFunctions::StateMachine',
  right: { EncryptionConfiguration: { Type: 'CUSTOMER_MANAGED_KMS_KEY', KmsKeyId: 'x' } },
  wrong: {
    'EncryptionConfiguration.Type': ['AWS_OWNED_KEY', undefined],
    'EncryptionConfiguration.KmsKeyId': [undefined],
  },
});
