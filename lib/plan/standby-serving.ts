import type { Issue, Result, StandbyServing } from '../platform';
import { failure, success } from '../platform';
import type { Alternative, Decision } from './decision';
import { decide, pinned, withRejected } from './decision';
import type { StandbyEndpointPlan, StandbyServingPlan } from './standby-plan';

/** Endpoints as they would run in the second place, or why none would. */
export type PlannedThere = Result<Readonly<Record<string, StandbyEndpointPlan>>>;

/** Size, quota and price of planned endpoints: the rest of their plans names what is not there. */
export function standbyEndpoints(
  planned: Readonly<Record<string, StandbyEndpointPlan>>,
): Readonly<Record<string, StandbyEndpointPlan>> {
  return Object.fromEntries(
    Object.entries(planned).map(([key, { instanceType, quota, usdPerMonth }]) => [
      key,
      { instanceType, ...(quota === undefined ? {} : { quota }), usdPerMonth },
    ]),
  );
}

/** What is asked of the second place. */
export interface ServingRequest {
  /** As the config has it. */
  readonly wanted: StandbyServing | undefined;
  /** Id of the region or location. */
  readonly place: string;
  /** Path of its name in the config. */
  readonly path: string;
  /** Undefined where the environment has no endpoint on the cloud. */
  readonly planned: PlannedThere | undefined;
}

/**
 * What serves in the second place before a loss.
 *
 * @returns the decision, with the price of the alternatives; or, where endpoints are wanted, why the place cannot run them
 */
export function standbyServing(request: ServingRequest): Result<StandbyServingPlan> {
  const { wanted = 'none', place, path, planned } = request;
  const decision = servingDecision(request, wanted);
  const serving = withRejected(decision, planned === undefined ? [] : alternatives(wanted, place, planned));
  if (wanted === 'none' || planned === undefined) return success({ serving });
  if (!planned.ok) return failure(planned.issues.map((issue) => inSecondPlace(issue, place, path)));
  return success({ serving, endpoints: planned.value });
}

function servingDecision({ wanted, place, path }: ServingRequest, value: StandbyServing): Decision<StandbyServing> {
  return wanted === undefined
    ? decide(
        value,
        'standby.serving',
        `no machine runs in ${place}, because machines of a standby are billed as those that serve`,
      )
    : pinned(value, path.replace(/\.\w+$/, '.serving'));
}

function alternatives(wanted: StandbyServing, place: string, planned: PlannedThere): readonly Alternative[] {
  const [first] = planned.ok ? [] : planned.issues;
  const impossible = planned.ok
    ? undefined
    : { reason: `not possible in ${place}: ${first?.message ?? 'no size fits'}`, possible: false };
  const others: readonly Alternative[] = [
    { value: 'none', reason: `nothing is planned in ${place}, and no quota there is asked for` },
    { value: 'zero', ...(impossible ?? { reason: `sizes and quotas are planned in ${place}, and nothing runs` }) },
    { value: 'warm', ...(impossible ?? warm(place, planned)) },
  ];
  return others.filter(({ value }) => value !== wanted);
}

/** The sum of the endpoints, with the price of one of them: an estimated one, where there is any. */
function warm(place: string, planned: PlannedThere): Omit<Alternative, 'value'> {
  const amounts = planned.ok ? Object.values(planned.value).map(({ usdPerMonth }) => usdPerMonth) : [];
  const price = (amounts.find((amount) => amount.price.basis === 'estimated') ?? amounts[0])?.price;
  const usdPerMonth = amounts.reduce((sum, { value }) => sum + value, 0);
  const reason = `the same endpoints run in ${place} as here, and answer nobody until the loss`;
  return price === undefined ? { reason } : { reason, usdPerMonth, price };
}

/** An issue about what would run in the second place, at the path of its name. */
export function inSecondPlace(issue: Issue, place: string, path: string): Issue {
  return {
    ...issue,
    path,
    message: `${issue.path} cannot run in ${place}: ${issue.message}`,
    fix: `choose another place, or serving: 'none'`,
  };
}
