import { propertyRule } from '../../property-rule';

/** Set KmsKeyArn: documents are copied at ingestion with a key that nobody here can revoke. */
export const dataSourceKey = propertyRule(
  {
    code: 'DataSourceKey',
    family: 'bedrock',
    pack: 'production',
    safeguard: 'encryption-at-rest',
    securityHub: ['Bedrock.1'],
    rationale: 'Documents are copied at ingestion with a key that nobody here can revoke.',
    source: {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/bedrock-controls.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::Bedrock::DataSource'],
      path: 'ServerSideEncryptionConfiguration.KmsKeyArn',
      must: { set: true },
    },
  ],
);
