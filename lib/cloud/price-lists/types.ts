import type { MessageCode } from '../../messages';

/** An on-demand price of a public list. */
export interface ListedPrice {
  readonly service: 'sagemaker' | 'ec2' | 'azure-vm';
  readonly instanceType: string;
  readonly region: string;
  /** US dollars. */
  readonly usdPerHour: number;
  readonly source: string;
  /** ISO date of the list, or of the day of reading where the list has none. */
  readonly asOf: string;
}

/** A list read to its end, or why it was not. Half of a list is never a value. */
export type PriceList =
  | { readonly ok: true; readonly list: string; readonly prices: readonly ListedPrice[] }
  | { readonly ok: false; readonly list: string; readonly code: MessageCode; readonly reason: string };

/** How lists are read over HTTP. */
export interface HttpOptions {
  /** Longest silence of the server, in milliseconds. @default 30000 */
  readonly idleTimeoutMs?: number;
  /** Retries after an answer of 429 or 5xx, or a failed connection. @default 3 */
  readonly retries?: number;
  /** Milliseconds before the first retry, doubled for each further one, unless the server sends `Retry-After`. @default 1000 */
  readonly retryDelayMs?: number;
}
