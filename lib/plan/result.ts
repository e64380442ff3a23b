import type { Issue, Result } from '../platform';
import { failure, isError, success } from '../platform';

/** Issues of several results, in their order. */
export function issuesOf(...results: readonly Result<unknown>[]): readonly Issue[] {
  return results.flatMap((result) => result.issues);
}

/** One result of all keys: a failure of one is a failure of all, with every issue. */
export function collect<T>(results: readonly (readonly [string, Result<T>])[]): Result<Readonly<Record<string, T>>> {
  const issues = issuesOf(...results.map(([, result]) => result));
  const values = results.flatMap(([key, result]) => (result.ok ? [[key, result.value] as const] : []));
  return values.length === results.length ? success(Object.fromEntries(values), issues) : failure(issues);
}

/** A value with the issues about it: a failure when one of them is an error. */
export function unlessErrors<T>(value: T, issues: readonly Issue[]): Result<T> {
  return issues.some(isError) ? failure(issues) : success(value, issues);
}
