import { isRecord, mapEntries } from '../json';
import type { MarkedProperties } from '../marked-properties';
import { secretValue } from '../placeholder';
import type { PropertyValue } from '../resource-graph';

/** A value that is known only after the deployment, as the expression that it comes from, known arguments written out. */
export class Unknown {
  constructor(
    readonly expression: string,
    /** Key of the resource whose id it is. @default - it is no id of a known type */
    readonly resource?: string,
  ) {}
}

/** A value that is a secret: a parameter of type secureString or secureObject, and what is made of it. */
export class Secret {
  readonly masked = true;
}

/** What an expression of a template evaluates to. Lists and objects may hold unknown and secret values. */
export type ArmValue =
  string | number | boolean | null | Unknown | Secret | readonly ArmValue[] | { readonly [key: string]: ArmValue };

/** A function of templates. Undefined where it cannot say, which makes the result unknown. */
export type ArmFunction = (args: readonly ArmValue[]) => ArmValue | undefined;

/** Parsed JSON as a value of a template. */
export function plainValue(value: unknown): ArmValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(plainValue);
  return isRecord(value) ? mapEntries(value, plainValue) : null;
}

/** Whether a value is an object of the template. */
export function isObjectValue(value: ArmValue): value is { readonly [key: string]: ArmValue } {
  return isRecord(value) && !(value instanceof Unknown) && !(value instanceof Secret);
}

/** Whether a value is a list. */
export function isListValue(value: ArmValue): value is readonly ArmValue[] {
  return Array.isArray(value);
}

/** The unknown or secret value in a value, secrets first; undefined where all of it is known. */
export function openPart(value: ArmValue): Unknown | Secret | undefined {
  if (value instanceof Unknown || value instanceof Secret) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  let unknown: Unknown | undefined;
  for (const item of isListValue(value) ? value : Object.values(value)) {
    const open = openPart(item);
    if (open instanceof Secret) return open;
    unknown ??= open;
  }
  return unknown;
}

/** The unknown result of a function; a secret where one of its arguments is. */
export function unknownCall(name: string, args: readonly ArmValue[], resource?: string): Unknown | Secret {
  if (args.some((argument) => openPart(argument) instanceof Secret)) return new Secret();
  return new Unknown(`${name}(${args.map(written).join(', ')})`, resource);
}

/** Longest expression that is written out as the value of an unknown property, in characters. */
const longest = 2_000;

/** A value as an expression writes it. */
export function written(value: ArmValue): string {
  const text = writtenWhole(value, longest);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function writtenWhole(value: ArmValue, room: number): string {
  if (room <= 0) return '…';
  if (value instanceof Unknown) return value.expression;
  if (value instanceof Secret) return 'secret()';
  if (typeof value === 'string') return `'${value.slice(0, room).replaceAll("'", "''")}'`;
  if (value === null || typeof value === 'boolean') return `${String(value)}()`;
  if (typeof value === 'number') return String(value);
  return isListValue(value)
    ? call('createArray', value, room)
    : call('createObject', Object.entries(value).flat(), room);
}

function call(name: string, args: readonly ArmValue[], room: number): string {
  let text = `${name}(`;
  for (const [index, argument] of args.entries()) {
    if (text.length > room) return `${text}…`;
    text += `${index === 0 ? '' : ', '}${writtenWhole(argument, room - text.length)}`;
  }
  return `${text})`;
}

/** Properties with the paths of what is unknown and what is secret in them. */
export function markedArm(properties: { readonly [key: string]: ArmValue }): MarkedProperties {
  const unknown: string[] = [];
  const secret: string[] = [];
  const mark = (value: ArmValue, path: string): PropertyValue => {
    if (value instanceof Unknown) {
      unknown.push(path);
      return `[${value.expression}]`;
    }
    if (value instanceof Secret) {
      secret.push(path);
      return secretValue;
    }
    const prefix = path === '' ? '' : `${path}.`;
    if (isListValue(value)) return value.map((item, index) => mark(item, `${prefix}${index}`));
    return isObjectValue(value) ? mapEntries(value, (item, key) => mark(item, prefix + key)) : value;
  };
  const marked = mapEntries(properties, (value, key) => mark(value, key));
  return {
    properties: marked,
    ...(unknown.length === 0 ? {} : { unknown: unknown.toSorted() }),
    ...(secret.length === 0 ? {} : { secret: secret.toSorted() }),
  };
}
