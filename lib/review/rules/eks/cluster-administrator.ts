import { propertyRule } from '../../property-rule';

/** Name a policy with fewer rights, or namespaces: whoever has the role reads every secret of the cluster. */
export const clusterAdministrator = propertyRule(
  {
    code: 'ClusterAdministrator',
    family: 'eks',
    pack: 'regulated',
    safeguard: 'least-privilege',
    rationale: 'Whoever has the role reads every secret of the cluster.',
    source: { url: 'https://docs.aws.amazon.com/eks/latest/userguide/access-policies.html', asOf: '2026-11-30' },
  },
  [
    {
      types: ['AWS::EKS::AccessEntry'],
      path: 'AccessPolicies.*.PolicyArn',
      must: {
        isNot: [
          'arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy',
          'arn:aws:eks::aws:cluster-access-policy/AmazonEKSAdminPolicy',
        ],
      },
    },
  ],
);
