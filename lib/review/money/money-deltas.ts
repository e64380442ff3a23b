import type { ResourceGraph, ResourceNode } from '../../graph';
import { sameValue } from '../change/same-value';
import type { MoneyDelta, MoneyRate, RatePrice } from '../report/review';
import { billedTypes } from './billed-types';
import type { BilledInstances, Billing, UsedService } from './billing';
import { included } from './billing';
import { hoursPerMonth } from './hours-per-month';
import type { DefaultsOf, ParameterDefaults } from './parameter-defaults';
import { withDefaults } from './parameter-defaults';
import type { PriceBook } from './price-book';
import { billedAs, isPulumiName } from './pulumi-names';

/** What the prices of a graph depend on. */
export interface MoneyContext {
  readonly prices: PriceBook;
  /** Region that a resource states; undefined where it states none. */
  readonly regionOf: (node: ResourceNode) => string | undefined;
  /** Region of what states none, and depends on nothing that does. @default - not known */
  readonly region?: string | undefined;
  /** Defaults of the parameters of a resource's template, on both sides. @default - not known */
  readonly defaults?: Readonly<Record<'base' | 'next', DefaultsOf | undefined>>;
}

/**
 * What a change does to the bill, for every resource of an LLM platform that is not the same on both sides. A resource
 * without a price is listed with the reason, and never counted as zero. One that is moved is listed with both prices.
 * @param renamed former keys by the keys of today, of resources that the comparison takes for the same
 * @returns sorted as the graphs are
 */
export function moneyDeltas(
  base: ResourceGraph,
  next: ResourceGraph,
  context: MoneyContext,
  renamed: ReadonlyMap<string, string> = new Map(),
): readonly MoneyDelta[] {
  const [before, after] = [byKey(base.filter(isBilled)), byKey(next.filter(isBilled))];
  const [allBefore, allAfter] = [nodesOf(base), nodesOf(next)];
  const formerOf = (key: string): string => renamed.get(key) ?? key;
  const taken = new Set([...after.keys()].map(formerOf));
  const keys = [...after.keys(), ...[...before.keys()].filter((key) => !taken.has(key))];
  return keys.flatMap((key) => {
    const [was, is] = [before.get(formerOf(key)), after.get(key)];
    const moved = was !== undefined && is !== undefined && formerOf(key) !== key;
    if (!moved && was !== undefined && is !== undefined && isAlike([was, allBefore], [is, allAfter], context))
      return [];
    const costs: Costs = [
      was === undefined ? undefined : costOf(was, allBefore, context, context.defaults?.base?.(was)),
      is === undefined ? undefined : costOf(is, allAfter, context, context.defaults?.next?.(is)),
    ];
    return sameCost(costs) && !(moved && isKnown(costs)) ? [] : (deltaOf(was, is, costs) ?? []);
  });
}

/** Whether a resource can have a cost of its own: of every other one nothing is asked. */
function isBilled({ type }: ResourceNode): boolean {
  if (!Object.hasOwn(billedTypes, type)) return isPulumiName(type);
  return billedTypes[type] !== included || type === endpoint;
}

/** Key of a resource in both sides of a comparison. */
export function moneyKey({
  environment,
  cloud,
  address,
}: Pick<ResourceNode, 'environment' | 'cloud' | 'address'>): string {
  return [environment, cloud, address].join('\u0000');
}

const endpoint = 'AWS::SageMaker::Endpoint';

function byKey(graph: ResourceGraph): ReadonlyMap<string, ResourceNode> {
  return new Map(graph.map((node) => [moneyKey(node), node]));
}

/** What a node needs. */
type Needs = (node: ResourceNode) => readonly ResourceNode[];

/** The nodes of a graph are sorted into a map where one is asked for. */
function nodesOf(graph: ResourceGraph): Needs {
  let nodes: ReadonlyMap<string, ResourceNode> | undefined;
  return (node) =>
    node.dependsOn.flatMap((address) => {
      nodes ??= byKey(graph);
      return nodes.get(moneyKey({ ...node, address })) ?? [];
    });
}

type Side = readonly [node: ResourceNode, needs: Needs];

/** Whether two nodes declare the same in the same place, and so cost the same. */
function isAlike([before, allBefore]: Side, [after, allAfter]: Side, context: MoneyContext): boolean {
  return (
    before.type === after.type &&
    sameValue(before.properties, after.properties) &&
    placeOf(before, allBefore, context) === placeOf(after, allAfter, context)
  );
}

/** What one side of a resource costs. */
type Cost =
  | { readonly kind: 'priced'; readonly usd: number; readonly inputs: NonNullable<MoneyDelta['inputs']> }
  | { readonly kind: 'use'; readonly rates: ReadonlyMap<string, RatePrice> }
  | {
      readonly kind: 'unknown';
      readonly reason: string;
      /** What would be priced: two sides without a price are the same only where it is. @default - the reason says it */
      readonly billing?: Billing;
    };

type Costs = readonly [was: Cost | undefined, is: Cost | undefined];

function deltaOf(
  before: ResourceNode | undefined,
  after: ResourceNode | undefined,
  costs: Costs,
): MoneyDelta | undefined {
  const node = after ?? before;
  if (node === undefined) return undefined;
  const [was, is] = costs;
  const { environment, cloud, address, type } = node;
  const moved = before !== undefined && after !== undefined && before.address !== after.address;
  const place = { environment, cloud, address, type, ...(moved ? { from: before.address } : {}) };
  const unknown = costs.find((cost) => cost?.kind === 'unknown');
  if (unknown?.kind === 'unknown') return { ...place, unknown: unknown.reason };
  const shown = is?.kind === 'priced' ? is : was;
  const rates = ratesOf(costs);
  return {
    ...place,
    ...(was?.kind === 'priced' ? { before: was.usd } : {}),
    ...(is?.kind === 'priced' ? { after: is.usd } : {}),
    ...(shown?.kind === 'priced' ? { inputs: shown.inputs } : {}),
    ...(rates.length === 0 ? {} : { rates }),
  };
}

function isKnown(costs: Costs): boolean {
  return costs.every((cost) => cost !== undefined && cost.kind !== 'unknown');
}

function sameCost([was, is]: Costs): boolean {
  const text = (cost: Cost | undefined): string =>
    JSON.stringify(cost?.kind === 'use' ? [...cost.rates] : (cost ?? null));
  return text(was) === text(is);
}

function ratesOf([was, is]: Costs): readonly MoneyRate[] {
  const [former, current] = [was, is].map((cost) => (cost?.kind === 'use' ? cost.rates : new Map<string, RatePrice>()));
  return [...new Set([...(current?.keys() ?? []), ...(former?.keys() ?? [])])].map((unit) => {
    const [before, after] = [former?.get(unit), current?.get(unit)];
    return { unit, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
  });
}

/** @returns undefined where a resource has no cost of its own */
function costOf(
  declared: ResourceNode,
  needs: Needs,
  context: MoneyContext,
  defaults?: ParameterDefaults,
): Cost | undefined {
  const node = billedAs(declared, Object.keys(billedTypes));
  const reader = Object.hasOwn(billedTypes, node.type) ? billedTypes[node.type] : undefined;
  const { prices } = context;
  const billing = reader?.(node, (instanceType) => prices.isAccelerated(instanceType));
  if (billing === undefined) return undefined;
  if (billing.kind === 'unknown' && defaults !== undefined) {
    const usual = costOf({ ...declared, properties: withDefaults(declared.properties, defaults) }, needs, context);
    return usual?.kind === 'priced' ? { ...usual, inputs: asDefault(usual.inputs) } : billing;
  }
  if (billing.kind === 'included') {
    return isConfiguredOutside(node, needs)
      ? { kind: 'unknown', reason: 'its instances are in a configuration that a custom resource makes' }
      : undefined;
  }
  if (billing.kind === 'unknown') return billing;
  const region = placeOf(declared, needs, context);
  if (region === undefined) return { kind: 'unknown', reason: 'the region is not known', billing };
  if (billing.kind === 'use') return useCost(billing.use, region, prices);
  const { instances } = billing;
  return instances.length === 0 ? undefined : hourlyCost(instances, region, prices);
}

/** A figure that holds for who keeps the defaults of the template. */
function asDefault(inputs: NonNullable<MoneyDelta['inputs']>): NonNullable<MoneyDelta['inputs']> {
  return { ...inputs, source: `${inputs.source}; by the defaults of the template's parameters`, estimated: true };
}

/** An endpoint of SageMaker whose configuration is none that the graph declares. */
function isConfiguredOutside(node: ResourceNode, needs: Needs): boolean {
  if (node.type !== endpoint) return false;
  const needed = needs(node);
  return (
    needed.some(({ type }) => type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource') &&
    !needed.some(({ type }) => type === 'AWS::SageMaker::EndpointConfig')
  );
}

/** A child such as a model deployment is where its account is. */
function placeOf(node: ResourceNode, needs: Needs, { regionOf, region }: MoneyContext): string | undefined {
  const own = regionOf(node);
  if (own !== undefined) return own;
  return (
    needs(node)
      .map(regionOf)
      .find((found) => found !== undefined) ?? region
  );
}

function useCost(use: UsedService, region: string, prices: PriceBook): Cost {
  const item = itemOf(use);
  const found = prices.use(use, region);
  if (found === undefined) {
    return { kind: 'unknown', reason: `billed by use, and the catalogue has no price of ${item} in ${region}` };
  }
  return {
    kind: 'use',
    rates: new Map(
      found.map(({ unit, usd, asOf, source, estimated }) => [
        unit,
        { usd, item, region, asOf, source, ...(estimated ? { estimated } : {}) },
      ]),
    ),
  };
}

function itemOf(use: UsedService): string {
  if (use.service === 'bedrock') return use.model;
  if (use.service !== 'azure-openai') return use.service;
  return [use.model, ...(use.version === undefined ? [] : [use.version]), 'on', use.sku].join(' ');
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
