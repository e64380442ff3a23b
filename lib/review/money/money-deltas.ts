import type { ResourceGraph, ResourceNode } from '../../graph';
import { sameValue } from '../change/same-value';
import type { MoneyDelta } from '../report/review';
import { billedTypes } from './billed-types';
import type { BilledInstances } from './billing';
import { included } from './billing';
import { hoursPerMonth } from './hours-per-month';
import type { PriceBook } from './price-book';

/** What the prices of a graph depend on. */
export interface MoneyContext {
  readonly prices: PriceBook;
  /** Region of a resource; undefined where it is not known. */
  readonly regionOf: (node: ResourceNode) => string | undefined;
}

/**
 * What a change does to the bill, for every resource of an LLM platform that is not the same on both sides. A resource
 * without a price is listed with the reason, and never counted as zero.
 * @returns sorted as the graphs are
 */
export function moneyDeltas(base: ResourceGraph, next: ResourceGraph, context: MoneyContext): readonly MoneyDelta[] {
  const before = new Map(base.filter(isBilled).map((node) => [keyOf(node), node]));
  const after = new Map(next.filter(isBilled).map((node) => [keyOf(node), node]));
  const keys = [...new Set([...after.keys(), ...before.keys()])];
  return keys.flatMap((key) => deltaOf(before.get(key), after.get(key), context) ?? []);
}

/** Whether a resource can have a cost of its own: of every other one nothing is asked. */
function isBilled({ type }: ResourceNode): boolean {
  return Object.hasOwn(billedTypes, type) && billedTypes[type] !== included;
}

function keyOf({ environment, cloud, address }: ResourceNode): string {
  return [environment, cloud, address].join('\u0000');
}

/** What one side of a resource costs. */
type Cost =
  | { readonly kind: 'priced'; readonly usd: number; readonly inputs: NonNullable<MoneyDelta['inputs']> }
  | { readonly kind: 'unknown'; readonly reason: string };

function deltaOf(
  before: ResourceNode | undefined,
  after: ResourceNode | undefined,
  context: MoneyContext,
): MoneyDelta | undefined {
  const node = after ?? before;
  if (node === undefined || (before !== undefined && after !== undefined && isAlike(before, after))) return undefined;
  const costs = [before, after].map((side) => (side === undefined ? undefined : costOf(side, context)));
  const [was, is] = costs;
  if (was === undefined && is === undefined) return undefined;
  if (JSON.stringify(was) === JSON.stringify(is)) return undefined;
  const { environment, cloud, address, type } = node;
  const unknown = costs.find((cost) => cost?.kind === 'unknown');
  if (unknown?.kind === 'unknown') return { environment, cloud, address, type, unknown: unknown.reason };
  const shown = is ?? was;
  return {
    environment,
    cloud,
    address,
    type,
    ...(was?.kind === 'priced' ? { before: was.usd } : {}),
    ...(is?.kind === 'priced' ? { after: is.usd } : {}),
    ...(shown?.kind === 'priced' ? { inputs: shown.inputs } : {}),
  };
}

/** Whether two nodes of one address declare the same, and so cost the same. */
function isAlike(before: ResourceNode, after: ResourceNode): boolean {
  return before.type === after.type && sameValue(before.properties, after.properties);
}

/** @returns undefined where a resource has no cost of its own */
function costOf(node: ResourceNode, { prices, regionOf }: MoneyContext): Cost | undefined {
  const reader = Object.hasOwn(billedTypes, node.type) ? billedTypes[node.type] : undefined;
  const billing = reader?.(node, (instanceType) => prices.isAccelerated(instanceType));
  if (billing === undefined || billing.kind === 'included') return undefined;
  if (billing.kind === 'unknown') return billing;
  const region = regionOf(node);
  if (region === undefined) return { kind: 'unknown', reason: 'the region is not known' };
  const { instances } = billing;
  return instances.length === 0 ? undefined : hourlyCost(instances, region, prices);
}

/** Instances of several types add up; the inputs shown are those of the dearest. */
function hourlyCost(instances: readonly BilledInstances[], region: string, prices: PriceBook): Cost {
  const priced = instances.map((one) => ({ ...one, price: prices.hour(one.service, one.instanceType, region) }));
  const missing = priced.find(({ price }) => price === undefined);
  if (missing !== undefined)
    return { kind: 'unknown', reason: `the catalogue has no price of ${missing.instanceType} in ${region}` };
  const costs = priced.flatMap(({ instanceType, count, price }) =>
    price === undefined ? [] : [{ instanceType, count, price, usd: price.usdPerHour * count * hoursPerMonth }],
  );
  const [dearest] = costs.toSorted((a, b) => b.usd - a.usd);
  if (dearest === undefined) return { kind: 'unknown', reason: 'it has no instances' };
  const { instanceType, count, price } = dearest;
  return {
    kind: 'priced',
    usd: costs.reduce((sum, { usd }) => sum + usd, 0),
    inputs: {
      region,
      item: instanceType,
      count,
      hours: hoursPerMonth,
      unitPrice: price.usdPerHour,
      asOf: price.asOf,
      source: price.source,
      ...(costs.some((cost) => cost.price.estimated) ? { estimated: true } : {}),
    },
  };
}
