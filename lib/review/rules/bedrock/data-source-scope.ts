import { mayBeAt } from '../../known';
import { propertyRule } from '../../property-rule';

/** Set InclusionPrefixes: a file that anybody puts into the bucket is an answer of the model. */
export const dataSourceScope = propertyRule(
  {
    code: 'DataSourceScope',
    family: 'bedrock',
    pack: 'regulated',
    safeguard: 'least-privilege',
    rationale: 'A file that anybody puts into the bucket is an answer of the model.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-bedrock-datasource.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::Bedrock::DataSource'],
      path: 'DataSourceConfiguration.S3Configuration.InclusionPrefixes',
      must: { set: true },
      where: ({ properties }) => mayBeAt(properties, 'DataSourceConfiguration.S3Configuration'),
    },
  ],
);
