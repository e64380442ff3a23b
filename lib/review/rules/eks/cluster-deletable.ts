import { propertyRule } from '../../property-rule';

/** Set DeletionProtection to true: all endpoints of the cluster are gone by a mistake. */
export const clusterDeletable = propertyRule(
  {
    code: 'ClusterDeletable',
    family: 'eks',
    pack: 'production',
    safeguard: 'recovery',
    rationale: 'All endpoints of the cluster are gone by a mistake.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-eks-cluster.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::EKS::Cluster'],
      path: 'DeletionProtection',
      must: { is: [true] },
    },
  ],
);
