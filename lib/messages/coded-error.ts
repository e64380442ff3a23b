import type { Fault } from './declaration';
import type { MessageCode } from './messages';
import { messageOf } from './messages';

/** What an error says beyond its code. */
export interface ErrorDetails {
  /** Construct path, component name, option or file that the error is about. */
  readonly place: string;
  /** What is wrong: lower case, no final period. */
  readonly message: string;
  /** The value that was refused. @default - nothing was given */
  readonly got?: string | number | boolean | readonly string[] | undefined;
  /** What would have been accepted. @default - the message says it */
  readonly expected?: string;
  /** The smallest change that makes it right. @default - the fix of the registry */
  readonly fix?: string;
}

/**
 * An error that says where it is, what is wrong and how to fix it. Constructs, stages and the local cloud throw it.
 * Problems in what a user wrote are issues, which are returned.
 *
 * @example
 * throw new CodedError('InvalidS3Uri', { place: 'Weights', message: 'the URI has no final slash', got: uri });
 */
export class CodedError extends Error {
  readonly place: string;
  /** What is wrong, without place and values. */
  readonly problem: string;
  readonly got: ErrorDetails['got'];
  readonly expected: string | undefined;
  readonly fix: string;
  /** Who can remove the cause, from the registry. */
  readonly fault: Fault;

  constructor(
    readonly code: MessageCode,
    { place, message, got, expected, fix = messageOf(code).fix }: ErrorDetails,
  ) {
    const values = [
      ...(got === undefined ? [] : [`got ${JSON.stringify(got)}`]),
      ...(expected === undefined ? [] : [`expected ${expected}`]),
    ];
    super(`${place}: ${[message, ...values].join(', ')}; ${fix} [${code}]`);
    this.name = 'CodedError';
    this.place = place;
    this.problem = message;
    this.got = got;
    this.expected = expected;
    this.fix = fix;
    this.fault = messageOf(code).fault;
  }
}
