import type { Rule } from '../finding';

/** Log groups are stateful but expire by retention; losing one with its stack is the tier's choice, not an accident. */
const expires: ReadonlySet<string> = new Set(['AWS::Logs::LogGroup']);

/**
 * A resource with deletion protection that is not retained, or the other way round, is how data is lost by one
 * `destroy`. The graph cannot know the tier, so the rule holds each environment to its own practice: where any data is
 * retained, all of it is.
 */
export const statefulRetained: Rule = {
  id: 'stateful-retained',
  severity: 'error',
  holds: 'an environment that retains any of its data on a cloud retains all of it there',
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
