import { dataSourceScope } from '../../../../../lib/review/rules/bedrock/data-source-scope';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(dataSourceScope, {
  type: 'AWS::Bedrock::DataSource',
  right: {
    DataSourceConfiguration: {
      S3Configuration: { BucketArn: 'arn:aws:s3:::documents', InclusionPrefixes: ['handbook/'] },
    },
  },
  wrong: { 'DataSourceConfiguration.S3Configuration.InclusionPrefixes': [undefined] },
});
