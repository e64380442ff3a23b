import { Ids } from '../ids';
import type { Stack } from '../cloudformation/stack';
import type { Bucket } from './objects';
import { Registry } from './registry';

/** The value of one SSM parameter. */
export interface StoredParameter {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly version: number;
  readonly lastModified: Date;
}

/** What happened, for progress displays. */
export type LocalAwsEvent =
  | {
      readonly kind: 'resource';
      readonly account: string;
      readonly region: string;
      readonly stack: string;
      readonly logicalId: string;
      readonly type: string;
      readonly status: string;
      readonly reason: string | undefined;
    }
  | {
      readonly kind: 'simulated';
      readonly account: string;
      readonly region: string;
      readonly stack: string;
      readonly logicalId: string;
      readonly type: string;
      readonly what: string;
    };

/** The state of every account and region. */
export class Cloud {
  readonly ids: Ids;
  readonly registry = new Registry();
  /** Bucket names are unique across accounts, so one map holds them all. */
  readonly buckets = new Map<string, Bucket>();
  readonly #stacks = new Map<string, Stack[]>();
  readonly #parameters = new Map<string, Map<string, StoredParameter>>();

  constructor(
    seed: string,
    readonly now: () => Date,
    readonly emit: (event: LocalAwsEvent) => void = () => undefined,
  ) {
    this.ids = new Ids(seed);
  }

  /** Stacks of an account and region, oldest first, deleted ones included. */
  stacks(account: string, region: string): Stack[] {
    return member(this.#stacks, `${account}/${region}`, () => []);
  }

  allStacks(): readonly Stack[] {
    return [...this.#stacks.values()].flat();
  }

  /** SSM parameters of an account and region by name. */
  parameters(account: string, region: string): Map<string, StoredParameter> {
    return member(this.#parameters, `${account}/${region}`, () => new Map<string, StoredParameter>());
  }
}

function member<T>(map: Map<string, T>, key: string, make: () => T): T {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
