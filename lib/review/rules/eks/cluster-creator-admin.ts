import { propertyRule } from '../../property-rule';

/** Set BootstrapClusterCreatorAdminPermissions to false, and add access entries: the deployment role is an administrator that nobody lists. */
export const clusterCreatorAdmin = propertyRule(
  {
    code: 'ClusterCreatorAdmin',
    family: 'eks',
    pack: 'regulated',
    safeguard: 'least-privilege',
    rationale: 'The deployment role is an administrator that nobody lists.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-eks-cluster.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::EKS::Cluster'],
      path: 'AccessConfig.BootstrapClusterCreatorAdminPermissions',
      must: { is: [false] },
    },
  ],
);
