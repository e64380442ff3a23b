import type { PropertyValue } from '../graph';

/** A text inside a value. */
export interface PlacedText {
  /** Dotted path. */
  readonly path: string;
  readonly text: string;
}

/** Every text inside a value, in order; a loop, because a template can nest deeper than the call stack. */
export function textsWithin(value: PropertyValue): readonly PlacedText[] {
  const found: PlacedText[] = [];
  const waiting: (readonly [string, PropertyValue])[] = [['', value]];
  for (;;) {
    const next = waiting.pop();
    if (next === undefined) return found;
    const [path, one] = next;
    if (typeof one === 'string') found.push({ path, text: one });
    if (typeof one !== 'object' || one === null) continue;
    const entries = Object.entries(one).toReversed();
    for (const [key, inner] of entries) waiting.push([path === '' ? key : `${path}.${key}`, inner]);
  }
}
