import { propertyRule } from '../../property-rule';

/** Set StandbyReplicas to ENABLED: the loss of one zone stops retrieval. */
export const collectionStandby = propertyRule(
  {
    code: 'CollectionStandby',
    family: 'vector',
    pack: 'production',
    safeguard: 'availability',
    rationale: 'The loss of one zone stops retrieval.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-opensearchserverless-collection.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::OpenSearchServerless::Collection'],
      path: 'StandbyReplicas',
      must: { isNot: ['DISABLED'] },
    },
    {
      types: ['AWS::OpenSearchServerless::CollectionGroup'],
      path: 'StandbyReplicas',
      must: { isNot: ['DISABLED'] },
    },
  ],
);
