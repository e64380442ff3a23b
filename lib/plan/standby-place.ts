import type { Region } from '../catalog/types';
import type { Cloud, Issue, Result } from '../platform';
import { failure, success } from '../platform';
import type { EnvironmentContext } from './context';
import type { Alternative, AmountDecision, Decision } from './decision';
import { decide, withRejected } from './decision';
import { findRegion } from './facts/lookup';

/**
 * The second region or location of an environment.
 *
 * @param path - of its name in the config
 */
export function standbyPlace(
  { catalog, platform: { residency } }: EnvironmentContext,
  cloud: Cloud,
  name: string,
  path: string,
): Result<Region> {
  const region = findRegion(catalog, cloud, name, path);
  if (!region.ok) return region;
  return residency === undefined || region.value.residency === residency
    ? success(region.value)
    : failure([outside(path, name, residency)]);
}

function outside(path: string, got: string, residency: string): Issue {
  const [, standby = '', noun = 'region'] = /^(.*)\.(\w+)$/.exec(path) ?? [];
  return {
    code: 'ResidencyViolated',
    path,
    message: `${got} is not in '${residency}', where the platform's data must stay`,
    got,
    expected: `a ${noun} in '${residency}'`,
    fix: `choose another ${noun}, or remove ${standby}`,
  };
}

/** Endpoints as they would run in the second place, or why none would. */
type PlannedThere = Result<Readonly<Record<string, { readonly usdPerMonth: AmountDecision }>>>;

/**
 * What serves in the second place before a loss: nothing, because machines of the standby would be billed as those that
 * serve. The alternative has their price.
 *
 * @param text - why nothing serves there
 * @param place - name of the region or location
 * @param planned - the endpoints in that place, where there are any
 */
export function standbyServing(text: string, place: string, planned: PlannedThere | undefined): Decision<'zero'> {
  const zero: Decision<'zero'> = decide('zero', 'standby.serving', text);
  return planned === undefined ? zero : withRejected(zero, [warm(place, planned)]);
}

function warm(place: string, planned: PlannedThere): Alternative {
  if (!planned.ok) {
    const [first] = planned.issues;
    return { value: 'warm', reason: `not possible in ${place}: ${first?.message ?? 'no size fits'}`, possible: false };
  }
  const amounts = Object.values(planned.value).map(({ usdPerMonth }) => usdPerMonth);
  const price = (amounts.find((amount) => amount.price.basis === 'estimated') ?? amounts[0])?.price;
  const usdPerMonth = amounts.reduce((sum, { value }) => sum + value, 0);
  const reason = `the same endpoints run in ${place} as here, and answer nobody until the loss`;
  return price === undefined ? { value: 'warm', reason } : { value: 'warm', reason, usdPerMonth, price };
}
