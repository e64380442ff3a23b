import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';
import { openRules } from '../../security-group-rules';

/** Name the addresses or the security group that may connect: everybody on the internet reaches what has the group. */
export const openIngress: Rule = {
  code: 'OpenIngress',
  family: 'network',
  pack: 'baseline',
  safeguard: 'boundary',
  securityHub: ['EC2.18', 'EC2.19', 'EC2.53', 'EC2.54'],
  rationale: 'Everybody on the internet reaches what has the group.',
  source: { url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html', asOf: '2026-11-30' },
  types: ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress'],
  check: (node) =>
    openRules(node, 'SecurityGroupIngress').map(({ path, cidr }) => ({
      path,
      message: `lets ${cidr} in`,
      fix: fixOf('OpenIngress'),
    })),
};
