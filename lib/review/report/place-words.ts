import type { SourcePlace } from '../../graph';

/** `Declared in stacks/app.ts, line 12`; nothing where it is not known. */
export function placeWords(place: SourcePlace | undefined): readonly string[] {
  return place === undefined ? [] : [`Declared in ${place.file}, line ${place.line}`];
}
