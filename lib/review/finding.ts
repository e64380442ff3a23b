import type { ResourceGraph, ResourceNode } from '../graph';

/** Something a rule found, on one resource. */
export interface Finding {
  /** Rule id: the name of its file. */
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly environment: string;
  readonly cloud: 'aws' | 'azure';
  readonly address: string;
  readonly type: string;
  /** Property path within the resource, empty for the resource as a whole. */
  readonly path: string;
  /** Lower case, no final period. */
  readonly message: string;
  readonly fix: string;
}

/** What a rule may know beside the graph. */
export interface RuleContext {
  /** Physical names the plan issued; absent when the graph did not come from a plan. */
  readonly plannedNames?: ReadonlySet<string>;
}

/** What a rule says about one resource. */
export interface Verdict {
  readonly path: string;
  readonly message: string;
  readonly fix: string;
}

/** One check over the graph of both clouds, written once. */
export interface Rule {
  readonly id: string;
  readonly severity: 'error' | 'warning';
  /** One sentence: what holds when the rule passes. */
  readonly holds: string;
  /** Why the rule cannot speak here, for example for lack of a plan. @default - it always can */
  silent?(context: RuleContext): string | undefined;
  check(node: ResourceNode, context: RuleContext, graph: ResourceGraph): readonly Verdict[];
}
