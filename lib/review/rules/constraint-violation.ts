import type { Rule } from '../finding';

/** Every resource keeps the rules of its service that no schema expresses. */
export const constraintViolation: Rule = {
  code: 'ConstraintViolation',
  skipReason: ({ breaches }) => (breaches === undefined ? 'no rules of services were given' : undefined),
  check(node, { breaches }, graph) {
    if (node.cloud !== 'aws' || breaches === undefined) return [];
    return breaches(node, graph).map(({ id, pointer, problem, fix, source }) => ({
      path: pointer.replace(/^#?\/?/, '').replaceAll('/', '.'),
      message: `${problem} (${id}, ${source.url}, ${source.asOf})`,
      fix,
    }));
  },
};
