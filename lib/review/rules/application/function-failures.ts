import { propertyRule } from '../../property-rule';

/** Set DeadLetterConfig: a failed ingestion is lost without a trace. */
export const functionFailures = propertyRule(
  {
    code: 'FunctionFailures',
    family: 'application',
    pack: 'production',
    safeguard: 'recovery',
    rationale: 'A failed ingestion is lost without a trace.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::Lambda::Function'],
      path: 'DeadLetterConfig.TargetArn',
      must: { set: true },
    },
  ],
);
