import type { PropertyValue, ResourceNode } from '../../graph';
import { isList, isMap } from '../policy';

/** A scalar of a resource with its place. */
export interface PlacedValue {
  /** Dotted path with list positions. */
  readonly path: string;
  /** Last key of the path that is no list position. */
  readonly key: string;
  readonly value: string | number | boolean;
}

/** Every text, number and truth value in the properties of a resource. No recursion: a template can be deeper than the stack. */
export function scalarsOf(node: ResourceNode | undefined): readonly PlacedValue[] {
  const found: PlacedValue[] = [];
  if (node === undefined) return found;
  const waiting: { path: string; key: string; value: PropertyValue }[] = [
    { path: '', key: '', value: node.properties },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { path, key, value } = next;
    const prefix = path === '' ? '' : `${path}.`;
    if (isList(value))
      for (const [i, item] of value.entries()) waiting.push({ path: prefix + String(i), key, value: item });
    else if (isMap(value))
      for (const [name, item] of Object.entries(value)) waiting.push({ path: prefix + name, key: name, value: item });
    else if (value !== null) found.push({ path, key, value });
  }
  return found.reverse();
}

/** Whether a value says yes: a template may write it as a text. */
export function isTrue(value: PropertyValue | undefined): boolean {
  return value === true || value === 'true' || value === 'True';
}

/** Whether a value says no. */
export function isFalse(value: PropertyValue | undefined): boolean {
  return value === false || value === 'false' || value === 'False';
}

/** A number, also where a template writes it as a text. */
export function numberOf(value: PropertyValue | undefined): number | undefined {
  const number =
    typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

/** A value in words, for the two sides of a concern. */
export function inWords(value: PropertyValue | undefined): string {
  if (value === undefined) return 'not set';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
