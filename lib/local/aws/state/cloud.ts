import { Operations } from '../cloudformation/operations';
import type { Stack } from '../cloudformation/stack';
import type { Eventual } from '../cloudformation/work';
import { objectCode } from '../functions/code-folder';
import { FunctionHost } from '../functions/function-host';
import { ResponseInbox } from '../functions/response-inbox';
import { Ids } from '../ids';
import type { StandIn } from '../providers/stand-in';
import { defaultStandIns } from '../providers/stand-in';
import { Ledger } from './ledger';
import { LogStore } from './log-store';
import { Buckets } from './objects';
import { Registry } from './registry';

/** The value of one SSM parameter. */
export interface StoredParameter {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly version: number;
  readonly lastModified: Date;
}

/** The place of an event. */
interface EventPlace {
  readonly account: string;
  readonly region: string;
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
}

/** An event, for progress displays and reports. */
export type LocalAwsEvent =
  | (EventPlace & { readonly kind: 'resource'; readonly status: string; readonly reason: string | undefined })
  /** A custom resource whose function was not run. */
  | (EventPlace & { readonly kind: 'simulated'; readonly what: string })
  /** A rule that could not be checked. */
  | (EventPlace & { readonly kind: 'unverified'; readonly what: string });

/** A step of a resource that is about to run. */
interface StepPlace extends EventPlace {
  readonly action: 'create' | 'update' | 'delete';
  /** Whether it is the last creation of its stack. */
  readonly last: boolean;
  /** Whether the step is part of a rollback. */
  readonly rollback: boolean;
}

/** Makes a step of a resource fail: the reason, in the words of the service where they are known, or undefined. */
export type PlantedFault = (place: StepPlace) => Eventual<string | undefined>;

/** What a cloud is started with. */
interface CloudOptions {
  /** In addition to the built-in ones. */
  readonly standIns?: Readonly<Record<string, StandIn>> | undefined;
  /** @default - in memory */
  readonly ledger?: Ledger;
}

/** The state of every account and region. */
export class Cloud {
  /** Every table and history of the state. */
  readonly ledger: Ledger;
  readonly ids: Ids;
  /** Asked before each step of a resource; the step waits for the answer. */
  fault: PlantedFault = () => undefined;
  /** Called when an operation on a stack starts, after each of its steps and when it ends. The next step waits for it. */
  changed: (stack: Stack) => Promise<void> | undefined = () => undefined;
  readonly operations = new Operations({
    changed: (stack) => this.changed(stack),
    failed: (stack, error) => {
      stack.status = stack.status.replace(/_IN_PROGRESS$/, '_FAILED');
      stack.statusReason = `The local cloud failed: ${String(error)}`;
      stack.running = undefined;
    },
  });
  readonly registry: Registry;
  /** By name, which is unique across accounts. */
  readonly buckets: Buckets;
  readonly standIns: ReadonlyMap<string, StandIn>;
  /** `http://127.0.0.1:port`, where functions find the cloud. @default - it does not listen, so no function runs */
  endpoint: string | undefined;
  readonly functions: FunctionHost = new FunctionHost({
    endpoint: () => this.endpoint ?? 'http://127.0.0.1:9',
    now: () => this.now(),
    freshId: (kind) => this.ids.fresh(kind),
    code: ({ code }) => objectCode(code, (bucket, key) => this.buckets.get(bucket)?.objects.get(key)?.body),
    log: ({ account, region, logGroup }, stream, lines) => {
      this.logs(account, region).write(logGroup, stream, this.now().getTime(), lines);
    },
  });
  /** Answers of custom resources. */
  readonly responses = new ResponseInbox();
  readonly #stacks = new Map<string, Stack[]>();
  readonly #logs = new Map<string, LogStore>();

  constructor(
    seed: string,
    readonly now: () => Date,
    readonly emit: (event: LocalAwsEvent) => void = () => undefined,
    { standIns = {}, ledger = new Ledger() }: CloudOptions = {},
  ) {
    this.ledger = ledger;
    this.standIns = new Map(Object.entries({ ...defaultStandIns, ...standIns }));
    this.ids = new Ids(seedOf(ledger, seed), ledger.table('identifiers'));
    this.registry = new Registry(ledger);
    this.buckets = new Buckets(ledger);
  }

  /** Stacks of an account and region, oldest first, deleted ones included. */
  stacks(account: string, region: string): Stack[] {
    return member(this.#stacks, `${account}/${region}`, () => []);
  }

  /** Stacks of every account and region, deleted ones included. */
  allStacks(): readonly Stack[] {
    return [...this.#stacks.values()].flat();
  }

  /** Log groups of an account and region. They live in memory. */
  logs(account: string, region: string): LogStore {
    return member(this.#logs, `${account}/${region}`, () => new LogStore());
  }

  /** SSM parameters of an account and region by name. */
  parameters(account: string, region: string): Map<string, StoredParameter> {
    return this.ledger.table(`parameters/${account}/${region}`);
  }
}

/** The seed of a state that is continued, or else the given one: identifiers are a function of it. */
function seedOf(ledger: Ledger, given: string): string {
  const seeds = ledger.table<string>('seed');
  const seed = seeds.get('seed') ?? given;
  if (!seeds.has('seed')) seeds.set('seed', seed);
  return seed;
}

function member<T>(map: Map<string, T>, key: string, make: () => T): T {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}
