import { propertyRule } from '../../property-rule';

/** Leave out RemoteAccess, and use Session Manager: a key that leaked opens every node. */
export const nodegroupShell = propertyRule(
  {
    code: 'NodegroupShell',
    family: 'eks',
    pack: 'baseline',
    safeguard: 'boundary',
    rationale: 'A key that leaked opens every node.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-eks-nodegroup.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::EKS::Nodegroup'],
      path: 'RemoteAccess',
      must: { absent: true },
    },
  ],
);
