import { fixOf } from '../../property-rule';
import type { Rule } from '../../rule';

/** Add a second AWS::RDS::DBInstance in another zone: the loss of one instance stops retrieval until another has started. */
export const databaseSingle: Rule = {
  code: 'DatabaseSingle',
  family: 'vector',
  pack: 'production',
  safeguard: 'availability',
  securityHub: ['RDS.15'],
  rationale: 'The loss of one instance stops retrieval until another has started.',
  source: {
    url: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html',
    asOf: '2026-11-30',
  },
  types: ['AWS::RDS::DBCluster'],
  check(cluster, _context, graph) {
    const instances = graph.referrersOf(cluster).filter(({ type }) => type === 'AWS::RDS::DBInstance');
    if (instances.length >= 2) return [];
    return [{ path: '', message: `has ${instances.length} of at least 2 instances`, fix: fixOf('DatabaseSingle') }];
  },
};
