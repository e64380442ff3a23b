import { isDeletable, retaining } from '../../retained';
import type { Rule } from '../../rule';

/**
 * Where an environment retains any data on a cloud, it retains all data on that cloud. The graph does not contain the
 * tier, so the rule compares the resources of an environment with each other.
 */
export const statefulRetained: Rule = {
  code: 'StatefulNotRetained',
  family: 'data',
  pack: 'baseline',
  safeguard: 'recovery',
  rationale: 'The data is lost with the stack, by an update or a mistake.',
  source: {
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html',
    asOf: '2026-11-30',
  },
  check(node, _context, graph) {
    if (!isDeletable(node)) return [];
    if (!graph.once(retaining).has(`${node.environment} ${node.cloud}`)) return [];
    return [
      {
        path: '',
        message: 'holds data and is deleted with its stack, while other data of this environment is retained',
        fix:
          node.cloud === 'aws'
            ? 'set DeletionPolicy and UpdateReplacePolicy to Retain'
            : 'set protect and retainOnDelete',
      },
    ];
  },
};
