import type { MessageCode } from '../messages';
import { messageOf } from '../messages';

/** Where in a file a problem was found, when the reader of the file knows. */
export interface SourceLocation {
  readonly file: string;
  /** First line is 1. */
  readonly line: number;
  /** First column is 1. */
  readonly column: number;
}

/**
 * One problem in what a user wrote, complete enough to act on without reading the code.
 *
 * `resolve` and `plan` return every issue at once; nothing throws for user input below `bin`.
 */
export interface Issue {
  /** Stable code, declared in `lib/messages`. */
  readonly code: MessageCode;
  /** Dotted path into the platform spec, for example `endpoints.chat.model`. */
  readonly path: string;
  /** What is wrong: lower case, no final period. */
  readonly message: string;
  /** What was written, as the user wrote it. */
  readonly got?: unknown;
  /** What would have been accepted. */
  readonly expected: string;
  /** The smallest change that makes it right. */
  readonly fix?: string;
  readonly location?: SourceLocation;
}

/** A value, or every reason why there is none. Warnings may come with a value. */
export type Result<T> =
  | { readonly ok: true; readonly value: T; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Wraps a value with the warnings that came up on the way. */
export function success<T>(value: T, warnings: readonly Issue[] = []): Result<T> {
  return { ok: true, value, issues: warnings };
}

/** Refuses with every issue found. */
export function failure(issues: readonly Issue[]): Result<never> {
  return { ok: false, issues };
}

/** Whether an issue stops the work, as the declaration of its code says. A warning does not. */
export function isError(issue: Issue): boolean {
  return messageOf(issue.code).severity === 'error';
}
