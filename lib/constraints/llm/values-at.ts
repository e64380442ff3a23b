import type { Json } from '../json';
import { isList } from '../json';
import { at } from '../value';

/** A value at a path, and its place. */
export interface PlacedValue {
  readonly value: Json;
  readonly pointer: string;
}

/** The values at a path of steps from a place, `*` for each element of a list. */
export function valuesAt(from: Json, path: readonly string[], pointer: string): readonly PlacedValue[] {
  const [step, ...rest] = path;
  if (step === undefined) return [{ value: from, pointer }];
  if (step === '*') return isList(from) ? from.flatMap((one, index) => valuesAt(one, rest, `${pointer}/${index}`)) : [];
  const next = at(from, step);
  return next === undefined ? [] : valuesAt(next, rest, `${pointer}/${step}`);
}
