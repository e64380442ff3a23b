import type { ResourceNode } from '../graph';
import { knownAt, placesAt, unknown } from './known';

/** A content filter of a guardrail. */
export interface ContentFilter {
  readonly path: string;
  readonly type: string;
  readonly properties: ResourceNode['properties'];
}

/** The content filters of a guardrail; undefined where one of them is not known. */
export function filtersOf(properties: ResourceNode['properties']): readonly ContentFilter[] | undefined {
  const list = 'ContentPolicyConfig.FiltersConfig';
  if (knownAt(properties, list) === unknown) return undefined;
  const filters = placesAt(properties, `${list}.*`).map(({ path }) => ({
    path,
    type: knownAt(properties, `${path}.Type`),
    properties,
  }));
  if (filters.some(({ type }) => type === unknown)) return undefined;
  return filters.flatMap(({ type, ...rest }) => (typeof type === 'string' ? [{ type, ...rest }] : []));
}

/** Why a filter does not block one direction at one of the strengths; undefined where it does, or may. */
export function filterProblem(
  { path, type, properties }: ContentFilter,
  side: 'Input' | 'Output',
  strengths: readonly string[],
): string | undefined {
  const strength = knownAt(properties, `${path}.${side}Strength`);
  if (strength !== unknown && !(typeof strength === 'string' && strengths.includes(strength))) {
    return `${side}Strength of ${type} is ${typeof strength === 'string' ? strength : 'not set'}`;
  }
  if (knownAt(properties, `${path}.${side}Enabled`) === false)
    return `${type} is not enabled for the ${side.toLowerCase()}`;
  return knownAt(properties, `${path}.${side}Action`) === 'NONE'
    ? `${type} does not block the ${side.toLowerCase()}`
    : undefined;
}
