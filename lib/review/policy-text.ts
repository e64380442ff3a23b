import type { PropertyValue } from '../graph';
import { isList, isMap, textsOf } from './policy';

/**
 * The JSON of a policy: an object as it is, or a text of JSON, where a reference inside a text stands as `${…}`. Undefined where
 * the text is not known or is no JSON.
 */
export function documentOf(value: PropertyValue | undefined): PropertyValue | undefined {
  const text = textOf(value);
  if (text === undefined) return isMap(value) && !isFunction(value) ? value : undefined;
  try {
    // A parser's boundary: JSON has no other values.
    return JSON.parse(text) as PropertyValue;
  } catch {
    return undefined;
  }
}

/** A text, with `${…}` for what a reference gives. */
export function textOf(value: PropertyValue | undefined): string | undefined {
  if (typeof value === 'string') return value;
  if (!isMap(value)) return undefined;
  const { 'Fn::Sub': sub, 'Fn::Join': join } = value;
  const template = isList(sub) ? sub[0] : sub;
  // A colon in the name of a reference is none of the ARN around it.
  if (typeof template === 'string') return template.replace(/\$\{[^}]*\}/g, (name) => name.replaceAll(':', '.'));
  if (!isList(join) || typeof join[0] !== 'string' || !isList(join[1])) return undefined;
  return join[1].map((part) => textOf(part) ?? placeholder(part)).join(join[0]);
}

function placeholder(part: PropertyValue): string {
  if (!isMap(part)) return typeof part === 'string' || typeof part === 'number' ? String(part) : '${value}';
  const { Ref: reference, 'Fn::GetAtt': attribute } = part;
  const name = typeof reference === 'string' ? reference : isList(attribute) ? textsOf(attribute).join('.') : 'value';
  return `\${${name.replaceAll(':', '.')}}`;
}

function isFunction(value: { readonly [key: string]: PropertyValue }): boolean {
  const [key, ...others] = Object.keys(value);
  return key !== undefined && others.length === 0 && (key === 'Ref' || key.startsWith('Fn::'));
}
