import type { Issue } from './issue';
import type { Step } from './raw';
import { dotted } from './raw';

/** Deepest nesting of objects and lists. A platform has fewer than ten levels. */
const deepest = 64;

/** Objects whose data is not in their fields: a copy of the fields would be empty. */
const opaque = ['Promise', 'Map', 'Set', 'WeakMap', 'WeakSet', 'Date', 'RegExp'];

/** A copy of a value, and issues about the parts that could not be copied. */
export interface PlainData {
  /** Null replaces what could not be copied, so that a field that was written is not reported as missing. */
  readonly value: unknown;
  readonly issues: readonly Issue[];
}

/**
 * Copies a spec into plain objects and lists, so that later code reads data that cannot throw, contain itself or change.
 * Fields that are undefined are left out: `slo: undefined` means no `slo`.
 *
 * @returns the copy, and an issue for every getter and trap that throws, every value that contains itself, and every
 *   object that is not plain data
 */
export function plainData(spec: unknown): PlainData {
  const issues: Issue[] = [];
  return { value: copyOf(spec, { path: [], outer: [], issues }), issues };
}

/** Where a value is. */
interface Position {
  readonly path: readonly Step[];
  /** Objects around it, outermost first. */
  readonly outer: readonly object[];
  readonly issues: Issue[];
}

function copyOf(value: unknown, at: Position): unknown {
  if (typeof value !== 'object' || value === null) return value;
  try {
    const problem = problemOf(value, at);
    if (problem === undefined) return Array.isArray(value) ? itemsOf(value, at) : fieldsOf(value, at);
    at.issues.push(problem);
  } catch (error) {
    at.issues.push(unreadable(at.path, error));
  }
  return null;
}

function itemsOf(list: readonly unknown[], at: Position): readonly unknown[] {
  return Array.from({ length: list.length }, (_item, index) => partOf(list, index, at));
}

function fieldsOf(record: object, at: Position): object {
  return Object.fromEntries(
    Object.keys(record)
      .map((key) => [key, partOf(record, key, at)] as const)
      .filter(([, part]) => part !== undefined),
  );
}

function partOf(whole: object, key: Step, { path, outer, issues }: Position): unknown {
  const at = { path: [...path, key], outer: [...outer, whole], issues };
  let part: unknown;
  try {
    part = Reflect.get(whole, key);
  } catch (error) {
    issues.push(unreadable(at.path, error));
    return null;
  }
  return copyOf(part, at);
}

function problemOf(value: object, { path, outer }: Position): Issue | undefined {
  const around = outer.indexOf(value);
  if (around >= 0) return circular(path, path.slice(0, around));
  if (outer.length > deepest) return tooDeep(path);
  const kind = Object.prototype.toString.call(value).slice('[object '.length, -1);
  return opaque.includes(kind) ? notData(path, kind) : undefined;
}

function unreadable(path: readonly Step[], error: unknown): Issue {
  return {
    code: 'UnreadableValue',
    path: dotted(path),
    message: `the value cannot be read: ${reasonOf(error)}`,
    expected: 'a plain value',
    fix: 'replace the getter or Proxy with its value',
  };
}

function circular(path: readonly Step[], target: readonly Step[]): Issue {
  return {
    code: 'CircularValue',
    path: dotted(path),
    message: 'the value contains itself',
    got: target.length === 0 ? 'a reference to the whole config' : `a reference to ${dotted(target)}`,
    expected: 'a value that does not contain itself',
    fix: 'remove the reference',
  };
}

function tooDeep(path: readonly Step[]): Issue {
  return {
    code: 'NestedTooDeep',
    path: dotted(path.slice(0, deepest / 8)),
    message: `objects are nested more than ${deepest} deep`,
    expected: `at most ${deepest} levels`,
    fix: 'remove the levels that a platform does not have',
  };
}

function notData(path: readonly Step[], kind: string): Issue {
  const fixes: Readonly<Record<string, string>> = {
    Promise: 'await it before you write it into the config',
    Map: 'use Object.fromEntries(map)',
    Set: 'use [...set]',
    Date: 'write the date as text, for example 2026-01-31',
  };
  return {
    code: 'NotPlainData',
    path: dotted(path),
    message: `a ${kind} is not plain data`,
    got: kind,
    expected: 'an object, a list, a string, a number or a boolean',
    fix: fixes[kind] ?? 'write the value as plain data',
  };
}

/** The message of a value that a getter or trap threw. */
function reasonOf(error: unknown): string {
  try {
    return error instanceof Error ? error.message : String(error);
  } catch {
    return 'its getter or trap throws';
  }
}
