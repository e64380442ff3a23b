import type { Draft } from '../draft';
import type { Cloud } from '../environment';
import type { Issue } from '../issue';

/** A target has a new network or one of the company, not both. Broken fields count: they are reported elsewhere. */
export function oneNetwork(draft: Draft, key: string, cloud: Cloud): readonly Issue[] {
  if (draft.keysOf(['environments', key, cloud]).length === 0) return [];
  const path = `environments.${key}.${cloud}`;
  const written = (field: string): boolean => draft.written(['environments', key, cloud, field]);
  if (written('cidr') && written('network')) return [twoNetworks(path)];
  return written('cidr') || written('network') ? [] : [noNetwork(path)];
}

function twoNetworks(path: string): Issue {
  return {
    code: 'TwoNetworks',
    path: `${path}.network`,
    message: `${path}.cidr makes a new network, and ${path}.network names one that exists`,
    expected: 'one of cidr and network',
    fix: `remove ${path}.cidr to use the existing network`,
  };
}

function noNetwork(path: string): Issue {
  return {
    code: 'NoNetwork',
    path,
    message: 'the environment has no network',
    expected: 'a range for a new network, or the ids of an existing one',
    fix: `add ${path}.cidr, for example '10.20.0.0/16', or ${path}.network`,
  };
}
