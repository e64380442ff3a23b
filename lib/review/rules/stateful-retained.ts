import type { Rule } from '../finding';

/** Stateful types whose data expires anyway: the tier decides whether they are deleted with their stack. */
const expires: ReadonlySet<string> = new Set(['AWS::Logs::LogGroup']);

/**
 * Where an environment retains any data on a cloud, it retains all data on that cloud. The graph does not contain the
 * tier, so the rule compares the resources of an environment with each other.
 */
export const statefulRetained: Rule = {
  code: 'StatefulNotRetained',
  check(node, _context, graph) {
    if (!node.stateful || node.retained || expires.has(node.type)) return [];
    const others = graph.filter(
      (other) => other.environment === node.environment && other.cloud === node.cloud && other.stateful,
    );
    if (!others.some((other) => other.retained)) return [];
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
