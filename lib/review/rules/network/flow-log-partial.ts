import { propertyRule } from '../../property-rule';

/** Set TrafficType to ALL: accepted connections to an attacker are not in the log. */
export const flowLogPartial = propertyRule(
  {
    code: 'FlowLogPartial',
    family: 'network',
    pack: 'production',
    safeguard: 'logging',
    rationale: 'Accepted connections to an attacker are not in the log.',
    source: {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-flowlog.html',
      asOf: '2026-11-30',
    },
  },
  [
    {
      types: ['AWS::EC2::FlowLog'],
      path: 'TrafficType',
      must: { is: ['ALL'] },
      mayBeAbsent: true,
    },
  ],
);
