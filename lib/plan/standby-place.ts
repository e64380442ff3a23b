import type { Region } from '../catalog/types';
import type { Cloud, Issue, Result } from '../platform';
import { failure, success } from '../platform';
import type { EnvironmentContext } from './context';
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
