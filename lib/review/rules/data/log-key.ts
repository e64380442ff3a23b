import { propertyRule } from '../../property-rule';

/** Set KmsKeyId: prompts in logs have a key that nobody here can revoke. */
export const logKey = propertyRule(
  {
    code: 'LogKey',
    family: 'data',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    rationale: 'Prompts in logs have a key that nobody here can revoke.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-loggroup.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::Logs::LogGroup'],
      path: 'KmsKeyId',
      must: { set: true },
    },
  ],
);
