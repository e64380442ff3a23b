import type { RuleContext, Violation } from './finding';
import type { Rule } from './rule';

/** Why the rules of services do not run. */
export function skippedWithoutBreaches({ breaches }: RuleContext): string | undefined {
  return breaches === undefined ? 'no rules of services were given' : undefined;
}

/** What a resource breaks: with `taken`, what its service takes without effect, and without, what it refuses. */
export function breachedBy(
  [node, { breaches }, graph]: Parameters<Rule['check']>,
  taken: boolean,
): readonly Violation[] {
  if (node.cloud !== 'aws' || breaches === undefined) return [];
  return breaches(node, graph.nodes)
    .filter((breach) => (breach.taken === true) === taken)
    .map(({ id, pointer, problem, fix, source }) => ({
      path: pointer.replace(/^#?\/?/, '').replaceAll('/', '.'),
      message: `${problem} (${id}, ${source.url}, ${source.asOf})`,
      fix,
    }));
}
