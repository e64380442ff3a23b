import type { LanguageModel } from '../../model/language-model';
import { standInModel } from '../../model/stand-in-model';
import type { NestedStacks } from '../cloudformation/nested';
import { Operations } from '../cloudformation/operations';
import { Signals } from '../cloudformation/signals';
import type { Stack } from '../cloudformation/stack';
import type { Eventual } from '../cloudformation/work';
import { Faults } from '../faults/faults';
import { objectCode } from '../functions/code-folder';
import { layerContent } from '../functions/find-function';
import { FunctionHost } from '../functions/function-host';
import { ResponseInbox } from '../functions/response-inbox';
import type { AskedPermission } from '../iam/asked';
import type { Policy } from '../iam/policy';
import { Ids } from '../ids';
import type { StandIn } from '../providers/stand-in';
import { defaultStandIns } from '../providers/stand-in';
import type { Execution } from './execution';
import { Ledger } from './ledger';
import { LogStore } from './log-store';
import { Buckets } from './objects';
import type { StoredParameter } from './parameter';
import { Registry } from './registry';
import { StackKeeper } from './stack-keeper';
import type { Table } from './table';

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
  | (EventPlace & { readonly kind: 'unverified'; readonly what: string })
  | Warning;

/** What another checker warns of in a template that was deployed. */
export type Warning = EventPlace & { readonly kind: 'warned'; readonly what: string };

/** Work that the cloud did not do, or did not check. */
export type SkippedWork = Exclude<LocalAwsEvent, { readonly kind: 'resource' } | Warning>;

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

/** A request that a service makes for its caller, as a client would. */
interface ServiceRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** An answer to it. */
interface ServiceAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** What a cloud is started with. */
interface CloudOptions {
  /** In addition to the built-in ones. */
  readonly standIns?: Readonly<Record<string, StandIn>> | undefined;
  /** Ends the process at once. @default - nothing ends it */
  readonly crash?: (() => void) | undefined;
  /** @default - in memory */
  readonly ledger?: Ledger;
}

/** The state of every account and region. */
export class Cloud {
  /** Every table and history of the state. */
  readonly ledger: Ledger;
  readonly ids: Ids;
  /** Faults on demand, of requests and of steps. */
  readonly faults = new Faults();
  /** Ends the process, for the fault that asks for it. */
  readonly crash: () => void;
  /** Asked before each step of a resource; the step waits for the answer. */
  fault: PlantedFault = () => undefined;
  /** Called when an operation on a stack starts, after each of its steps and when it ends. The next step waits for it. */
  changed: (stack: Stack) => Promise<void> | undefined = (stack) => this.#saveStep(stack);
  readonly operations = new Operations({
    changed: (stack) => this.changed(stack),
    failed: (stack, error) => {
      stack.status = stack.status.replace(/_IN_PROGRESS$/, '_FAILED');
      stack.statusReason = `The local cloud failed: ${String(error)}`;
      stack.running = undefined;
    },
  });
  /** Runs stacks that are resources of others; who starts the cloud sets it. */
  nested: NestedStacks | undefined;
  readonly registry: Registry;
  /** Service control policies of every account, by level of the organization. @default - no organization */
  serviceControl: readonly (readonly Policy[])[] | undefined;
  /**
   * Called for each permission that CloudFormation needs. With it everything is asked that the handlers of a type need, not
   * only what every configuration of the type needs.
   * @default - not called
   */
  asked: ((asked: AskedPermission) => void) | undefined;
  /** How many times faster than a service the cloud lets go of what services hold. @default 1 */
  holdSpeed = 1;
  /** Whether change sets are validated early, before anything is provisioned. @default false */
  earlyValidation = false;
  /** What generates and embeds text. */
  model: LanguageModel = standInModel;
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
    layer: (arn) => layerContent(arn, this.registry, (bucket, key) => this.buckets.get(bucket)?.objects.get(key)?.body),
    log: ({ account, region, logGroup }, stream, lines) => {
      this.logs(account, region).write(logGroup, stream, this.now().getTime(), lines);
    },
  });
  /** Answers a request of a service to another one, as the server does. @default - the cloud does not listen */
  ask: ((request: ServiceRequest) => Promise<ServiceAnswer>) | undefined;
  /** Executions of state machines by ARN. They live in memory. */
  readonly executions = new Map<string, Execution>();
  /** By account, region and name of a stack. They live in memory. */
  readonly warnings = new Map<string, readonly Warning[]>();
  /** What was sent to resources that wait. */
  readonly signals: Signals;
  /** Answers of custom resources. */
  readonly responses = new ResponseInbox();
  readonly #stacks = new Map<string, Stack[]>();
  readonly #logs = new Map<string, LogStore>();
  readonly #keeper: StackKeeper;
  readonly #touched = new Set<Stack>();
  readonly #skipped: Table<SkippedWork>;
  /** How many deleted stacks of an account and region were forgotten. */
  readonly #forgotten: Table<number>;

  constructor(
    seed: string,
    readonly now: () => Date,
    private readonly onEvent: (event: LocalAwsEvent) => void = () => undefined,
    { standIns = {}, ledger = new Ledger(), crash }: CloudOptions = {},
  ) {
    this.ledger = ledger;
    this.crash = crash ?? (() => undefined);
    this.standIns = new Map(Object.entries({ ...defaultStandIns, ...standIns }));
    this.ids = new Ids(seedOf(ledger, seed), ledger.table('identifiers', { later: true }));
    this.registry = new Registry(ledger);
    this.buckets = new Buckets(ledger);
    this.signals = new Signals(ledger.table('signals'));
    this.#forgotten = ledger.table('forgotten-stacks');
    this.#skipped = ledger.table('skipped-work');
    this.#keeper = new StackKeeper(ledger);
    for (const stack of this.#keeper.load()) this.stacks(stack.account, stack.region).push(stack);
    ledger.prepare = () => {
      this.#saveTouched();
    };
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

  /** How many stacks an account and region has had. */
  stacksSoFar(account: string, region: string): number {
    return this.stacks(account, region).length + (this.#forgotten.get(`${account}/${region}`) ?? 0);
  }

  /** Tells of an event. What is skipped is also kept while its resource exists. */
  emit(event: LocalAwsEvent): void {
    if (event.kind !== 'resource' && event.kind !== 'warned') {
      const { kind, account, region, stack, logicalId, what } = event;
      this.#skipped.set([account, region, stack, logicalId, kind, what].join('|'), event);
    }
    this.onEvent(event);
  }

  /** What was skipped of the resources that exist. */
  skipped(): readonly SkippedWork[] {
    const existing = new Set(
      this.allStacks().flatMap((stack) =>
        stack.deleted
          ? []
          : [...stack.resources.keys()].map((id) => [stack.account, stack.region, stack.name, id].join('|')),
      ),
    );
    return [...this.#skipped.values()].filter(({ account, region, stack, logicalId }) =>
      existing.has([account, region, stack, logicalId].join('|')),
    );
  }

  /** Notes that a stack may be changed by the request or step that runs: it is saved with what else changed. */
  touch(stack: Stack): void {
    if (!this.ledger.lasting) return;
    this.#touched.add(stack);
    this.ledger.urge();
  }

  /** SSM parameters of an account and region by name. */
  parameters(account: string, region: string): Map<string, StoredParameter> {
    return this.ledger.table(`parameters/${account}/${region}`);
  }

  /** The next step does not wait for the disk: a request does that is answered with what the step did. */
  #saveStep(stack: Stack): Promise<void> | undefined {
    if (stack.deleted) this.#forgetDeleted(stack);
    if (!this.ledger.lasting) return undefined;
    this.touch(stack);
    // A state that cannot be written ends the operation.
    if (this.ledger.failure !== undefined) return this.ledger.write();
    this.ledger.soon();
    return undefined;
  }

  #saveTouched(): void {
    for (const stack of this.#touched) {
      // A request that is refused takes back the stack it began.
      if (this.stacks(stack.account, stack.region).includes(stack)) this.#keeper.save(stack);
      else this.#keeper.forget(stack);
    }
    this.#touched.clear();
  }

  /** Forgets the oldest deleted stacks of an account and region. */
  #forgetDeleted({ account, region, name }: Stack): void {
    const mark = [account, region, name, ''].join('|');
    for (const key of [...this.#skipped.keys()].filter((known) => known.startsWith(mark))) this.#skipped.delete(key);
    const stacks = this.stacks(account, region);
    const deleted = stacks.filter((stack) => stack.deleted);
    for (const stack of deleted.slice(0, -keptDeletedStacks)) {
      stacks.splice(stacks.indexOf(stack), 1);
      this.#forgotten.set(`${account}/${region}`, (this.#forgotten.get(`${account}/${region}`) ?? 0) + 1);
      this.touch(stack);
    }
  }
}

/** Deleted stacks that an account and region keeps, with their events; the service keeps them for 90 days. */
const keptDeletedStacks = 20;

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
