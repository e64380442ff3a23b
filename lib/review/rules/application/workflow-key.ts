import { propertyRule } from '../../property-rule';

/** Set Type of EncryptionConfiguration to CUSTOMER_MANAGED_KMS_KEY and KmsKeyId: prompts in the history have a key that nobody here can revoke. */
export const workflowKey = propertyRule(
  {
    code: 'WorkflowKey',
    family: 'application',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    rationale: 'Prompts in the history have a key that nobody here can revoke.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::StepFunctions::StateMachine'],
      path: 'EncryptionConfiguration.Type',
      must: { is: ['CUSTOMER_MANAGED_KMS_KEY'] },
    },
    {
      types: ['AWS::StepFunctions::StateMachine'],
      path: 'EncryptionConfiguration.KmsKeyId',
      must: { set: true },
    },
  ],
);
