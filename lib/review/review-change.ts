import type { ResourceGraph, ResourceNode } from '../graph';
import type { EnvironmentPlan } from '../plan';
import type { ResourceChange } from './change/change';
import { compareGraphs } from './change/compare';
import { decisionDeltas } from './change/decisions';
import type { ChangeFacts } from './change/facts';
import { keyOf } from './change/resource-key';
import { concernsOf } from './concern';
import type { ChangedResource, ConcernContext } from './concern/concern';
import type { Finding } from './finding';
import { findingDelta } from './finding-delta';
import type { MoneyContext } from './money/money-deltas';
import { moneyDeltas, moneyKey } from './money/money-deltas';
import { planMoney } from './money/plan-money';
import type { Review } from './report/review';

/** One side of a comparison. */
interface ReviewSide {
  /** What it is, such as a git reference with its commit. */
  readonly label: string;
  readonly graph: ResourceGraph;
  readonly findings: readonly Finding[];
  /** @default - the side is not made from a config */
  readonly plans?: readonly EnvironmentPlan[];
}

/** What a review is made of. */
export interface ReviewInput {
  readonly base: ReviewSide;
  readonly next: ReviewSide;
  readonly facts: ChangeFacts;
  readonly context: ConcernContext;
  /** Prices of what no plan has. */
  readonly money: MoneyContext;
  readonly unverified: readonly string[];
}

/** Every change with its nodes. Only what changes is kept: most resources of a platform stay as they are. */
function withNodes(
  changes: readonly ResourceChange[],
  base: ResourceGraph,
  next: ResourceGraph,
): readonly ChangedResource[] {
  const before = nodesAt(base, new Set(changes.map(({ from, address }) => from ?? address)));
  const after = nodesAt(next, new Set(changes.map(({ address }) => address)));
  return changes.map((change) => {
    const former =
      change.kind === 'create' ? undefined : before.get(keyOf({ ...change, address: change.from ?? change.address }));
    const current = after.get(keyOf(change));
    return {
      change,
      ...(former === undefined ? {} : { before: former }),
      ...(current === undefined ? {} : { after: current }),
    };
  });
}

/** The nodes at these addresses by their keys; the last one of a key counts. */
function nodesAt(graph: ResourceGraph, addresses: ReadonlySet<string>): ReadonlyMap<string, ResourceNode> {
  const found = new Map<string, ResourceNode>();
  for (const node of graph) if (addresses.has(node.address)) found.set(keyOf(node), node);
  return found;
}

/** Compares two sides and says what the change means. Pure: the same input gives the same review. */
export function reviewChange({ base, next, facts, context, money, unverified }: ReviewInput): Review {
  const changes = compareGraphs(base.graph, next.graph, facts);
  const changed = withNodes(changes, base.graph, next.graph);
  const plans = [base.plans ?? [], next.plans ?? []] as const;
  const planned = base.plans !== undefined && next.plans !== undefined;
  return {
    version: 1,
    base: base.label,
    next: next.label,
    ...(context.live === undefined ? {} : { live: true as const }),
    changes,
    concerns: concernsOf({ base: base.graph, next: next.graph, changed, context }),
    findings: findingDelta(base.findings, next.findings, changes),
    // A plan knows what a declaration does not say, such as the instances that run on average.
    money: planned ? planMoney(...plans) : moneyDeltas(base.graph, next.graph, money, formerKeys(changes)),
    decisions: decisionDeltas(...plans),
    unverified,
  };
}

/** Former keys of what the comparison takes for the same resource under another address. */
function formerKeys(changes: readonly ResourceChange[]): ReadonlyMap<string, string> {
  return new Map(
    changes.flatMap((change) =>
      change.from === undefined ? [] : [[moneyKey(change), moneyKey({ ...change, address: change.from })] as const],
    ),
  );
}
