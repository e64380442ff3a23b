import type { ResourceGraph } from '../graph';
import type { Finding, Rule, RuleContext } from './finding';

/** What a check says, and what it could not say. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  /** Rules that had nothing to go by, with the reason. */
  readonly silent: readonly { readonly rule: string; readonly reason: string }[];
  readonly resources: number;
  readonly rules: number;
}

/** Runs rules over a graph. Findings keep the graph's order. */
export function check(graph: ResourceGraph, rules: readonly Rule[], context: RuleContext = {}): CheckResult {
  const silent = rules.flatMap((rule) => {
    const reason = rule.silent?.(context);
    return reason === undefined ? [] : [{ rule: rule.id, reason }];
  });
  const speaking = rules.filter((rule) => !silent.some(({ rule: id }) => id === rule.id));
  const findings = graph.flatMap((node) =>
    speaking.flatMap((rule) =>
      rule.check(node, context, graph).map((verdict) => ({
        rule: rule.id,
        severity: rule.severity,
        environment: node.environment,
        cloud: node.cloud,
        address: node.address,
        type: node.type,
        ...verdict,
      })),
    ),
  );
  return { findings, silent, resources: graph.length, rules: speaking.length };
}
