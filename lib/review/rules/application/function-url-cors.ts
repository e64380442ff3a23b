import { textsOf, valueAt } from '../../policy';
import { propertyRule } from '../../property-rule';

/** Name the sites in AllowOrigins: a page that a user visits calls the model in his name. */
export const functionUrlCors = propertyRule(
  {
    code: 'FunctionUrlCors',
    family: 'application',
    pack: 'production',
    safeguard: 'boundary',
    rationale: 'A page that a user visits calls the model in his name.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-url.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::Lambda::Url'],
      path: 'Cors.AllowCredentials',
      must: { isNot: [true] },
      where: ({ properties }) => textsOf(valueAt(properties.Cors, 'AllowOrigins')).includes('*'),
    },
  ],
);
