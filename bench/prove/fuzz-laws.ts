import type { ResourceGraph, ResourceNode } from '../../lib/graph';
import type { EnvironmentPlan } from '../../lib/plan';
import { canonicalJson, settle } from '../../lib/plan';
import type { ResourceChange } from '../../lib/review/change/change';
import { schemaPlaces } from '../../lib/review/change/schema-places';
import { check } from '../../lib/review/check';
import { planMoney } from '../../lib/review/money/plan-money';
import { digestOf } from '../../lib/review/report/digest';
import { monthly } from '../../lib/review/report/monthly';
import type { Review } from '../../lib/review/report/review';
import { reviewChange } from '../../lib/review/review-change';
import { rulesOf } from '../../lib/review/rules';

/** A platform as plans and as the resources that they declare. */
export interface Declared {
  readonly plans: readonly EnvironmentPlan[];
  readonly graph: ResourceGraph;
}

/** Laws of one graph: its edges end at resources, and no rule of the baseline pack finds anything. */
export function graphProblems({ graph }: Declared): readonly string[] {
  const present = new Set(graph.map(keyOf));
  const lost = graph.flatMap((node) =>
    node.dependsOn.flatMap((address) =>
      present.has(keyOf({ ...node, address })) ? [] : [`${node.address} depends on ${address}, which is nowhere`],
    ),
  );
  const twice = present.size === graph.length ? [] : [`${graph.length - present.size} addresses are used twice`];
  const found = check(graph, rulesOf('baseline')).findings.map(({ rule, address }) => `${rule} at ${address}`);
  return [...lost, ...twice, ...found];
}

/** Laws of a review: nothing of a side with itself, mirror images, causes, sums and digests. */
export function reviewProblems(base: Declared, next: Declared): readonly string[] {
  const same = review(base, base);
  const [forth, back] = [review(base, next), review(next, base)];
  return [
    ...(same.changes.length + same.concerns.length + same.money.length + same.decisions.length === 0
      ? []
      : ['a platform differs from itself']),
    ...mirrorProblems(forth.changes, back.changes),
    ...[...forth.changes, ...back.changes]
      .filter(({ kind, causes }) => kind === 'replace' && causes.length === 0)
      .map(({ address }) => `nothing replaces ${address}, and it is replaced`),
    ...moneyProblems(forth, base, next),
    ...(digestOf(forth) === digestOf(review(base, next)) ? [] : ['two digests of one review']),
  ];
}

/** What one way creates, the other destroys; a rename is one both ways. */
function mirrorProblems(forth: readonly ResourceChange[], back: readonly ResourceChange[]): readonly string[] {
  const of = (changes: readonly ResourceChange[], kind: ResourceChange['kind']): string =>
    changes
      .filter((change) => change.kind === kind)
      .map(keyOf)
      .toSorted()
      .join('\n');
  const pairs = [
    ['create', 'destroy'],
    ['destroy', 'create'],
  ] as const;
  return pairs.flatMap(([kind, opposite]) =>
    of(forth, kind) === of(back, opposite) ? [] : [`${kind} one way is not ${opposite} the other way`],
  );
}

/** The deltas add up to the difference of both totals. */
function moneyProblems({ money }: Review, base: Declared, next: Declared): readonly string[] {
  const [before, after] = [base, next].map(({ plans }) => monthly(planMoney([], plans)).after);
  const delta = monthly(money);
  const [total, sum] = [(after ?? 0) - (before ?? 0), delta.after - delta.before];
  return Math.abs(total - sum) < 0.01 ? [] : [`the deltas add up to ${sum}, and the totals differ by ${total}`];
}

/** Production keeps what development keeps, and every finding of production is one of development. */
export function tierProblems(development: Declared, production: Declared): readonly string[] {
  const inProduction = new Map(production.graph.map((node) => [keyOf(node), node]));
  const lost = development.graph
    .filter((node) => node.retained && inProduction.get(keyOf(node))?.retained === false)
    .map(({ address }) => `development retains ${address}, production does not`);
  const findings = ({ graph }: Declared): readonly string[] =>
    check(graph, rulesOf('regulated')).findings.map(({ rule, address }) => `${rule} at ${address}`);
  const known = new Set(findings(development));
  const shared = new Set(development.graph.map(({ address }) => address));
  const worse = findings(production).filter(
    (text) => !known.has(text) && shared.has(text.slice(text.indexOf(' at ') + 4)),
  );
  return [...lost, ...worse.map((text) => `only in production: ${text}`)];
}

/** Resources that only the load of endpoints decides: every other one stays as it is, byte for byte. */
export function unrelatedProblems(
  base: Declared,
  next: Declared,
  isRelated: (text: string) => boolean,
): readonly string[] {
  const after = new Map(next.graph.map((node) => [keyOf(node), JSON.stringify(node)]));
  return base.graph.flatMap((node) => {
    const [was, is] = [JSON.stringify(node), after.get(keyOf(node))];
    return was === is || isRelated(was) || (is !== undefined && isRelated(is))
      ? []
      : [`${node.address} changes with something that it does not mention`];
  });
}

/** Plans by environment, as text that is equal for equal plans. */
export function planTexts(plans: readonly EnvironmentPlan[]): ReadonlyMap<string, string> {
  return new Map(plans.map((plan) => [plan.environment, canonicalJson(settle(plan))]));
}

function review(base: Declared, next: Declared): Review {
  const side = ({ graph, plans }: Declared, label: string) => ({ label, graph, plans, findings: [] });
  return reviewChange({
    base: side(base, 'base'),
    next: side(next, 'next'),
    facts: { placesOf: schemaPlaces },
    context: {},
    money: {
      prices: { isAccelerated: () => false, hour: () => undefined, use: () => undefined },
      regionOf: () => undefined,
    },
    unverified: [],
  });
}

function keyOf({ environment, cloud, address }: Pick<ResourceNode, 'environment' | 'cloud' | 'address'>): string {
  return `${environment}\n${cloud}\n${address}`;
}
