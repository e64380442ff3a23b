import type { EnvironmentPlan, PriceBasis } from '../../plan';
import { decisionsIn } from '../change/decisions';
import type { MoneyDelta } from '../report/review';
import { hoursPerMonth } from './hours-per-month';

/** A monthly amount of a plan, with what it is made of as far as the plan says it. */
interface PlannedAmount {
  readonly usd: number;
  readonly price: PriceBasis | undefined;
  readonly item: string;
  readonly count: number;
}

/**
 * What each priced part of two plans costs a month before and after; parts without a difference are left out. Parts without a
 * price are in no plan. An environment that only one side has costs nothing on the other.
 */
export function planMoney(base: readonly EnvironmentPlan[], next: readonly EnvironmentPlan[]): readonly MoneyDelta[] {
  const [former, current] = [byEnvironment(base), byEnvironment(next)];
  return [...new Set([...current.keys(), ...former.keys()])].flatMap((environment) => {
    const [before, after] = [former.get(environment), current.get(environment)];
    const plan = after ?? before;
    if (plan === undefined) return [];
    const [was, is] = [amountsOf(before), amountsOf(after)];
    const paths = [...new Set([...was.keys(), ...is.keys()])].toSorted();
    return paths.flatMap((path) => moneyOf(plan, path, was.get(path), is.get(path)));
  });
}

function moneyOf(
  plan: EnvironmentPlan,
  path: string,
  before: PlannedAmount | undefined,
  after: PlannedAmount | undefined,
): readonly MoneyDelta[] {
  const known = after ?? before;
  if (known === undefined || before?.usd === after?.usd) return [];
  const cloud = path.startsWith('azure.') ? 'azure' : 'aws';
  const region = cloud === 'aws' ? plan.aws?.region.value : plan.azure?.location.value;
  const { price, item, count, usd } = known;
  return [
    {
      environment: plan.environment,
      cloud,
      address: path,
      type: 'plan',
      ...(before === undefined ? {} : { before: before.usd }),
      ...(after === undefined ? {} : { after: after.usd }),
      ...(price === undefined
        ? {}
        : {
            inputs: {
              region: region ?? '',
              item,
              count,
              ...(price.per === 'token' ? {} : { hours: hoursPerMonth }),
              unitPrice: price.per === 'token' || count === 0 ? usd : usd / count / hoursPerMonth,
              asOf: price.asOf,
              source: price.source,
              estimated: price.basis === 'estimated',
            },
          }),
    },
  ];
}

function byEnvironment(plans: readonly EnvironmentPlan[]): ReadonlyMap<string, EnvironmentPlan> {
  return new Map(plans.map((plan) => [plan.environment, plan]));
}

/** Amounts by the path of what they are for. */
function amountsOf(plan: EnvironmentPlan | undefined): ReadonlyMap<string, PlannedAmount> {
  if (plan === undefined) return new Map();
  const decisions = decisionsIn(plan);
  const found = new Map<string, PlannedAmount>();
  for (const [path, decision] of decisions) {
    if (!path.endsWith('.usdPerMonth') || typeof decision.value !== 'number') continue;
    const part = path.slice(0, -'.usdPerMonth'.length);
    const instanceType = decisions.get(`${part}.instanceType`)?.value;
    const instances = decisions.get(`${part}.cost.instances`)?.value;
    found.set(part, {
      usd: decision.value,
      price: 'price' in decision ? (decision.price as PriceBasis) : undefined,
      item: typeof instanceType === 'string' ? instanceType : 'private endpoints',
      count: meanOf(instances) ?? 1,
    });
  }
  return found;
}

function meanOf(instances: unknown): number | undefined {
  if (typeof instances !== 'object' || instances === null || !('mean' in instances)) return undefined;
  return typeof instances.mean === 'number' ? instances.mean : undefined;
}
