import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';
import { openRules } from '../../security-group-rules';

/** Set SecurityGroupEgress to the groups, prefix lists or addresses that are needed: code in a container sends prompts and weights anywhere. */
export const openEgress: Rule = {
  code: 'OpenEgress',
  family: 'network',
  pack: 'production',
  safeguard: 'boundary',
  rationale: 'Code in a container sends prompts and weights anywhere.',
  source: { url: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html', asOf: '2026-11-30' },
  types: ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupEgress'],
  check(node, _context, graph) {
    const fix = fixOf('OpenEgress');
    if (node.type === 'AWS::EC2::SecurityGroup' && node.properties.SecurityGroupEgress === undefined) {
      // Rules that are resources of their own take the place of the default.
      const others = graph.referrersOf(node).some(({ type }) => type === 'AWS::EC2::SecurityGroupEgress');
      return others
        ? []
        : [{ path: 'SecurityGroupEgress', message: 'SecurityGroupEgress is not set: everything goes out', fix }];
    }
    return openRules(node, 'SecurityGroupEgress')
      .filter(({ protocol }) => protocol === '-1')
      .map(({ path, cidr }) => ({ path, message: `lets everything out to ${cidr}`, fix }));
  },
};
