import type { ResourceGraph } from '../graph';
import type { CheckResult, SkippedRule } from './check';
import { check } from './check';
import type { RuleContext } from './finding';
import type { Rule } from './rule';

/**
 * Runs the rules of each environment over its part of a graph: production may be asked more than development.
 *
 * @param rulesFor the rules of an environment
 * @returns findings in the order of the graph; `rules` counts those that ran anywhere
 */
export function checkEnvironments(
  graph: ResourceGraph,
  rulesFor: (environment: string) => readonly Rule[],
  context: RuleContext = {},
): CheckResult {
  const environments = [...new Set(graph.map(({ environment }) => environment))];
  const asked = new Map(environments.map((environment) => [environment, rulesFor(environment)]));
  const results = [...asked].map(([environment, rules]) =>
    check(
      graph.filter((node) => node.environment === environment),
      rules,
      context,
    ),
  );
  // A graph without resources is asked nothing, and every rule still says whether it can run.
  if (results.length === 0) return check(graph, rulesFor(''), context);
  const skipped = new Map(
    results.flatMap((result) => result.skipped.map((one): [string, SkippedRule] => [one.rule, one])),
  );
  const ran = new Set([...asked.values()].flat().map(({ code }): string => code));
  for (const code of skipped.keys()) ran.delete(code);
  return {
    findings: results.flatMap(({ findings }) => findings),
    skipped: [...skipped.values()],
    resources: graph.length,
    rules: ran.size,
  };
}
