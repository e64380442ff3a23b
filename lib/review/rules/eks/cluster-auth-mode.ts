import { propertyRule } from '../../property-rule';

/** Set AuthenticationMode to API: a change of the map is not in a template and not in the audit trail. */
export const clusterAuthMode = propertyRule(
  {
    code: 'ClusterAuthMode',
    family: 'eks',
    pack: 'production',
    safeguard: 'least-privilege',
    rationale: 'A change of the map is not in a template and not in the audit trail.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-eks-cluster.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::EKS::Cluster'],
      path: 'AccessConfig.AuthenticationMode',
      must: { is: ['API'] },
    },
  ],
);
