import type { Json } from '../json';
import { isList } from '../json';
import { at } from '../value';

/** A value and its place in the properties, as a JSON pointer. */
export interface Place {
  readonly pointer: string;
  readonly value: Json;
}

/** The values at a path; a step `*` is every element of a list. */
export function placesAt(properties: Json, path: string): readonly Place[] {
  return path.split('/').reduce<readonly Place[]>(
    (places, step) =>
      places.flatMap(({ pointer, value }): readonly Place[] => {
        if (step === '*') {
          return isList(value)
            ? value.map((element, index) => ({ pointer: `${pointer}/${index}`, value: element }))
            : [];
        }
        const found = at(value, step);
        return found === undefined ? [] : [{ pointer: `${pointer}/${step}`, value: found }];
      }),
    [{ pointer: '#', value: properties }],
  );
}
