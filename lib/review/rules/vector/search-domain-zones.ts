import { propertyRule } from '../../property-rule';

/** Name subnets of at least two zones in VPCOptions: the loss of one zone stops retrieval. */
export const searchDomainZones = propertyRule(
  {
    code: 'SearchDomainZones',
    family: 'vector',
    pack: 'production',
    safeguard: 'availability',
    rationale: 'The loss of one zone stops retrieval.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-opensearchservice-domain.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::OpenSearchService::Domain'],
      path: 'VPCOptions.SubnetIds',
      must: { items: 2 },
      mayBeAbsent: true,
    },
  ],
);
