import { propertyRule } from '../../property-rule';

/** Set Enabled of NodeRepairConfig to true: requests that land on the node fail. */
export const nodeRepair = propertyRule(
  {
    code: 'NodeRepair',
    family: 'eks',
    pack: 'production',
    safeguard: 'availability',
    rationale: 'Requests that land on the node fail.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-eks-nodegroup.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::EKS::Nodegroup'],
      path: 'NodeRepairConfig.Enabled',
      must: { is: [true] },
    },
  ],
);
