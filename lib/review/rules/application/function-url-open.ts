import { propertyRule } from '../../property-rule';

/** Set AuthType to AWS_IAM: whoever finds the URL calls the model at your cost. */
export const functionUrlOpen = propertyRule(
  {
    code: 'FunctionUrlOpen',
    family: 'application',
    pack: 'baseline',
    safeguard: 'authentication',
    rationale: 'Whoever finds the URL calls the model at your cost.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-url.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::Lambda::Url'],
      path: 'AuthType',
      must: { is: ['AWS_IAM'] },
    },
  ],
);
