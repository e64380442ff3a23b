import type { Json } from '../json';
import { isList, isObject } from '../json';

/** One call of a function in a template. */
export interface FunctionCall {
  /** `Ref`, `Condition` is none, `Fn::Join` … */
  readonly name: string;
  readonly argument: Json;
  /** The place of the call, such as `/Resources/Queue/Properties/QueueName`. */
  readonly path: string;
}

/** The one key of a function such as `Ref` or `Fn::Join`, or undefined for plain data. */
export function intrinsicName(value: Json | undefined): string | undefined {
  if (!isObject(value)) return undefined;
  const keys = Object.keys(value);
  const only = keys.length === 1 ? keys[0] : undefined;
  return only !== undefined && (only === 'Ref' || only.startsWith('Fn::')) ? only : undefined;
}

/** The logical id and attribute name of a `Fn::GetAtt`, in either of its forms. */
export function attributeReference(argument: Json): readonly [string, string] | undefined {
  if (typeof argument === 'string') {
    const dot = argument.indexOf('.');
    return dot > 0 ? [argument.slice(0, dot), argument.slice(dot + 1)] : undefined;
  }
  if (!isList(argument)) return undefined;
  const [logicalId, name] = argument;
  return typeof logicalId === 'string' && typeof name === 'string' && argument.length === 2
    ? [logicalId, name]
    : undefined;
}

/** Values of templates in which nothing is called. A template is never changed after it was read. */
const plain = new WeakSet();

/** Whether something inside a value looks like a call: most resources of large templates are plain, and every rule asks. */
export function holdsCalls(value: Json | undefined): boolean {
  if (typeof value !== 'object' || value === null || plain.has(value)) return false;
  if (calls(value)) return true;
  plain.add(value);
  return false;
}

function calls(value: Json): boolean {
  if (isList(value)) return value.some(calls);
  if (!isObject(value)) return false;
  // A function beside other keys is a mistake that someone reports.
  for (const key in value) if (key === 'Ref' || key.startsWith('Fn::') || calls(value[key] ?? null)) return true;
  return false;
}

/** Every call inside a value, in reading order, outer calls first; branches that are not taken too. */
export function callsIn(value: Json, path: string): readonly FunctionCall[] {
  const found: FunctionCall[] = [];
  if (holdsCalls(value)) collect(value, path, found);
  return found;
}

function collect(value: Json, path: string, found: FunctionCall[]): void {
  if (isList(value)) {
    value.forEach((element, index) => {
      collect(element, `${path}/${index}`, found);
    });
    return;
  }
  if (!isObject(value)) return;
  const name = intrinsicName(value);
  if (name !== undefined) found.push({ name, argument: value[name] ?? null, path });
  for (const [key, child] of Object.entries(value)) collect(child, `${path}/${key}`, found);
}
