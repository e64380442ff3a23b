import { mayBeAt } from '../../known';
import { propertyRule } from '../../property-rule';

/** Set KmsKeyArn: whoever may read the function reads its variables. */
export const functionVariablesKey = propertyRule(
  {
    code: 'FunctionVariablesKey',
    family: 'application',
    pack: 'regulated',
    safeguard: 'encryption-at-rest',
    rationale: 'Whoever may read the function reads its variables.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::Lambda::Function'],
      path: 'KmsKeyArn',
      must: { set: true },
      where: ({ properties }) => mayBeAt(properties, 'Environment.Variables'),
    },
  ],
);
