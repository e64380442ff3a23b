import { propertyRule } from '../../property-rule';

/** Set Mode of TracingConfig to Active: a slow answer cannot be explained. */
export const functionTracing = propertyRule(
  {
    code: 'FunctionTracing',
    family: 'application',
    pack: 'production',
    safeguard: 'logging',
    rationale: 'A slow answer cannot be explained.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::Lambda::Function'],
      path: 'TracingConfig.Mode',
      must: { is: ['Active'] },
    },
  ],
);
