import type { Cloud, SourcePlace } from '../../graph';
import type { MessageCode } from '../../messages';
import type { ResourceChange } from '../change/change';
import type { Finding } from '../finding';

/**
 * What a reviewer has to know about a change: a right, an exposure, a guardrail, an index and so on. Written by one file
 * for each family in `lib/review/concern`.
 */
export interface Concern {
  /** Declared in `lib/messages/concern.ts`. */
  readonly code: MessageCode;
  /** `block` ends the review with exit code 4 until a reason is attached to the address. */
  readonly level: 'block' | 'warning' | 'note';
  readonly environment: string;
  readonly cloud: Cloud;
  /** Empty for a concern about a whole environment. */
  readonly address: string;
  /** Dotted path of the property, empty for the resource as a whole. */
  readonly path: string;
  /** In words, lower case, no final period. */
  readonly message: string;
  /** Before and after in words, where there are two. @default - the message says it */
  readonly before?: string;
  readonly after?: string;
  readonly fix: string;
  /** @default - not known */
  readonly place?: SourcePlace;
  /** Why it is accepted. @default - it is not */
  readonly accepted?: Acceptance;
}

/** A waiver in the config: id of a rule or concern, address, reason, owner and last day. */
export interface Acceptance {
  readonly reason: string;
  readonly owner: string;
  /** ISO date of the last day on which it holds. */
  readonly until: string;
}

/** What a month of one resource costs before and after, with what the figure was made of. US dollars. */
export interface MoneyDelta {
  readonly environment: string;
  readonly cloud: Cloud;
  readonly address: string;
  readonly type: string;
  /** Former address of a resource that is moved. @default - it stays where it is */
  readonly from?: string;
  /** US dollars a month; undefined where the resource is new, or has no price. */
  readonly before?: number;
  /** US dollars a month; undefined where the resource is gone, or has no price. */
  readonly after?: number;
  /** What the figure is made of. @default - there is no price */
  readonly inputs?: {
    readonly region: string;
    /** What is counted, such as `ml.g6e.12xlarge` or `input tokens`. */
    readonly item: string;
    readonly count: number;
    /** Hours a month. @default - not priced by the hour */
    readonly hours?: number;
    readonly unitPrice: number;
    /** ISO date of the price. */
    readonly asOf: string;
    readonly source: string;
    /** The price is estimated. @default false */
    readonly estimated?: boolean;
  };
  /** Prices of units of use, where the number of units is not declared: there is no figure of a month. @default - none */
  readonly rates?: readonly MoneyRate[];
  /** Why there is no figure. Such a resource is listed by name and never counted as zero. @default - there is one */
  readonly unknown?: string;
}

/** What one unit of use costs before and after. US dollars. */
export interface MoneyRate {
  /** What is counted, such as `million input tokens`. */
  readonly unit: string;
  /** @default - the resource is new */
  readonly before?: RatePrice;
  /** @default - the resource is gone */
  readonly after?: RatePrice;
}

/** A price of one unit with what it is for and where it comes from. */
export interface RatePrice {
  readonly usd: number;
  /** Model or service. */
  readonly item: string;
  readonly region: string;
  /** ISO date of the price. */
  readonly asOf: string;
  readonly source: string;
  /** The price is estimated. @default false */
  readonly estimated?: boolean;
}

/** A decision of the plan that has another value or another reason. */
export interface DecisionDelta {
  readonly environment: string;
  readonly cloud: Cloud;
  /** Path in the plan, such as `aws.endpoints.chat.instance`. */
  readonly path: string;
  readonly before?: string;
  readonly after?: string;
  /** Reasons of the new value. */
  readonly reasons: readonly string[];
}

/** Everything a report is rendered from. Same input, same bytes: no clock, no path of a machine. */
export interface Review {
  /** Version of this shape. */
  readonly version: 1;
  /** What is compared, such as a git reference with its commit, or a file. */
  readonly base: string;
  readonly next: string;
  /** What is live was read too. @default - templates alone */
  readonly live?: true;
  /** Sorted by environment, cloud, stack and address. */
  readonly changes: readonly ResourceChange[];
  /** Blocking first, then by environment, cloud and address. */
  readonly concerns: readonly Concern[];
  readonly findings: {
    /** Only after the change. */
    readonly added: readonly Finding[];
    /** Only before it. */
    readonly removed: readonly Finding[];
    /** Number that both have. */
    readonly unchanged: number;
  };
  readonly money: readonly MoneyDelta[];
  readonly decisions: readonly DecisionDelta[];
  /** What was not asked or not read, each in one sentence: never counted as passed. */
  readonly unverified: readonly string[];
}

/** Verdict over an environment and cloud, or over the whole review. */
export type Verdict = 'pass' | 'attention' | 'blocked' | 'inconclusive';
