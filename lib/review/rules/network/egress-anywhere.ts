import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';
import { openRules } from '../../security-group-rules';

/** Name the groups, prefix lists or addresses that are needed: code in a container sends prompts and weights anywhere over HTTPS. */
export const egressAnywhere: Rule = {
  code: 'EgressAnywhere',
  family: 'network',
  pack: 'regulated',
  safeguard: 'boundary',
  rationale: 'Code in a container sends prompts and weights anywhere over HTTPS.',
  source: { url: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html', asOf: '2026-11-30' },
  types: ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupEgress'],
  check: (node) =>
    openRules(node, 'SecurityGroupEgress')
      .filter(({ protocol }) => protocol !== '-1')
      .map(({ path, cidr }) => ({ path, message: `lets connections out to ${cidr}`, fix: fixOf('EgressAnywhere') })),
};
