import { propertyRule } from '../../property-rule';

/** Set EndpointPrivateAccess to true: traffic of the nodes leaves the VPC. */
export const clusterPrivateEndpoint = propertyRule(
  {
    code: 'ClusterPrivateEndpoint',
    family: 'eks',
    pack: 'production',
    safeguard: 'boundary',
    rationale: 'Traffic of the nodes leaves the VPC.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-eks-cluster.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::EKS::Cluster'],
      path: 'ResourcesVpcConfig.EndpointPrivateAccess',
      must: { is: [true] },
    },
  ],
);
