/**
 * What stands behind a resource type on a local cloud: a data plane or side effects; its schema alone; or nothing, so that a
 * resource of the type is refused.
 */
type Behaviour = 'modelled' | 'schema only' | 'not there';

/** What a local cloud does for a resource type. */
export interface TypeBehaviour {
  readonly type: string;
  readonly behaviour: Behaviour;
  /** Parts of the local cloud that model it, sorted; empty for a type of which nothing is modelled. */
  readonly by: readonly string[];
}

/** A type with the number of its resources. */
export interface CountedBehaviour extends TypeBehaviour {
  readonly cloud: 'aws' | 'azure';
  readonly resources: number;
}

/** The types of resources, each once and sorted, with what a local cloud does for them. */
export function countBehaviour(
  cloud: 'aws' | 'azure',
  types: readonly string[],
  behaviourOf: (type: string) => TypeBehaviour,
): readonly CountedBehaviour[] {
  return [...new Set(types)].toSorted().map((type) => ({
    cloud,
    ...behaviourOf(type),
    resources: types.filter((other) => other === type).length,
  }));
}

/** The three counts in one line. */
export function behaviourInWords(types: readonly CountedBehaviour[]): string {
  const count = (wanted: Behaviour): number => types.filter(({ behaviour }) => behaviour === wanted).length;
  return `resource types: ${count('modelled')} behaviour modelled, ${count('schema only')} schema only, ${count('not there')} not there`;
}
