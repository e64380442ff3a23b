import { ServiceError } from '../../errors';
import type { QueryParameters } from '../../wire/query-parameters';
import type { Tag } from './network';

/** The values that a thing has under the name of a filter; undefined for a filter that the action does not know. */
export type FilterValues = (name: string) => readonly string[] | undefined;

/** A thing with tags, as filters see it. */
export function withTags(tags: readonly Tag[], values: FilterValues): FilterValues {
  return (name) => {
    if (name === 'tag-key') return tags.map(([key]) => key);
    if (name.startsWith('tag:'))
      return tags.filter(([key]) => key === name.slice('tag:'.length)).map(([, value]) => value);
    return values(name);
  };
}

/**
 * The things that every filter of a request lets through.
 * @throws ServiceError (InvalidParameterValue) for a filter that the action does not know
 */
export function filtered<Thing>(
  things: readonly Thing[],
  parameters: QueryParameters,
  valuesOf: (thing: Thing) => FilterValues,
): readonly Thing[] {
  const filters = parameters.numbered('Filter').map((filter) => ({
    name: filter.get('Name') ?? '',
    wanted: [...filter].filter(([key]) => key.startsWith('Value.')).map(([, value]) => wildcard(value)),
  }));
  return things.filter((thing) =>
    filters.every(({ name, wanted }) => {
      const values = valuesOf(thing)(name);
      // An object of values has members that it inherits too.
      if (!Array.isArray(values)) {
        throw new ServiceError('InvalidParameterValue', `The filter '${name}' is invalid`);
      }
      return values.some((value: string) => wanted.some((pattern) => pattern.test(value)));
    }),
  );
}

/** `*` stands for any text and `?` for one character. */
function wildcard(value: string): RegExp {
  const source = value
    .replace(/[\\^$.|+()[\]{}]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's');
}
