import type { ResourceGraph } from '../graph';
import { unversionedType } from '../graph/pulumi/unversioned-type';
import { isUnknownAt } from '../graph/unknown-at';
import type { MessageCode } from '../messages';
import { messageOf } from '../messages';
import type { Finding, RuleContext } from './finding';
import { GraphIndex } from './graph-index';
import type { Rule } from './rule';

/** Findings of a check, and the rules that were skipped. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  /** Rules that were skipped, with the reason. */
  readonly skipped: readonly SkippedRule[];
  /** Number of resources in the graph. */
  readonly resources: number;
  /** Number of rules that ran. */
  readonly rules: number;
}

/** A rule that did not run. */
export interface SkippedRule {
  readonly rule: MessageCode;
  readonly reason: string;
}

/** Runs rules over a graph. Findings are in the order of the graph, and of the rules for each resource. */
export function check(graph: ResourceGraph, rules: readonly Rule[], context: RuleContext = {}): CheckResult {
  const skipped = rules.flatMap((rule): readonly SkippedRule[] => {
    const reason = rule.skipReason?.(context);
    return reason === undefined ? [] : [{ rule: rule.code, reason }];
  });
  const running = rules.filter(({ code }) => skipped.every(({ rule }) => rule !== code));
  const rulesOf = byType(running);
  const index = new GraphIndex(graph);
  const findings = graph.flatMap((node) =>
    rulesOf(node.type).flatMap((rule) =>
      rule
        .check(node, context, index)
        // A value that is known only after the deployment is no offence.
        .filter(({ path }) => !isUnknownAt(node, path))
        .map((violation): Finding => ({
          rule: rule.code,
          severity: messageOf(rule.code).severity,
          environment: node.environment,
          cloud: node.cloud,
          address: node.address,
          type: node.type,
          ...violation,
        })),
    ),
  );
  return { findings, skipped, resources: graph.length, rules: running.length };
}

/** The rules that judge a type, in their order: looked up once a type, not once a resource. */
function byType(rules: readonly Rule[]): (type: string) => readonly Rule[] {
  const known = new Map<string, readonly Rule[]>();
  return (type) => {
    const plain = unversionedType(type);
    const found = known.get(type) ?? rules.filter(({ types }) => types?.includes(plain) ?? true);
    known.set(type, found);
    return found;
  };
}
