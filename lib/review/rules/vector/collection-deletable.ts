import { propertyRule } from '../../property-rule';

/** Set DeletionProtection to ENABLED: all vectors are lost by a mistake. */
export const collectionDeletable = propertyRule(
  {
    code: 'CollectionDeletable',
    family: 'vector',
    pack: 'production',
    safeguard: 'recovery',
    rationale: 'All vectors are lost by a mistake.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-opensearchserverless-collection.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::OpenSearchServerless::Collection'],
      path: 'DeletionProtection',
      must: { is: ['ENABLED'] },
    },
  ],
);
