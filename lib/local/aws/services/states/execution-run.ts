import type { Json, JsonObject } from '../../../../constraints/json';
import type { HistoryEvent } from '../../state/execution';
import type { QueryLanguage } from './machine';
import { runtimeError, StateError } from './state-error';

/** What an execution does to the world. */
export interface MachinePorts {
  /** Runs the task of a resource. @throws StateError */
  task(resource: string, input: Json): Promise<Json>;
  /** Waits for a function that is to be called again, in real time. */
  pause(seconds: number): Promise<void>;
  /** Milliseconds since 1970. */
  now(): number;
  uuid(): string;
  /** At least 0, below 1. */
  random(): number;
}

/** Events of one execution. Source: AWS Step Functions Developer Guide, "Quotas" (not compared with the page). */
const mostEvents = 25_000;

/** One execution while it runs: its history, and a clock that waits move forward without anybody waiting. */
export class ExecutionRun {
  readonly history: HistoryEvent[] = [];
  /** Set when the execution is stopped from outside. */
  stopped = false;
  #waitedMs = 0;
  readonly #startedAt: number;

  constructor(
    readonly ports: MachinePorts,
    /** The context object without the part about the state. */
    readonly context: JsonObject,
    readonly timeoutSeconds: number | undefined,
  ) {
    this.#startedAt = ports.now();
  }

  get now(): number {
    return this.ports.now() + this.#waitedMs;
  }

  /** @throws StateError (States.Runtime) when the history is full */
  record(type: string, details?: HistoryEvent['details']): void {
    if (this.history.length >= mostEvents)
      throw runtimeError(`The execution reached the maximum of ${mostEvents} events`);
    this.history.push({ type, time: this.now, ...(details === undefined ? {} : { details }) });
  }

  /** Moves the clock of the execution. */
  wait(seconds: number): void {
    this.#waitedMs += Math.max(0, seconds) * 1000;
  }

  /** Ends an execution that is stopped or has run too long. @throws StateError (States.Timeout), Stopped */
  assertGoingOn(): void {
    if (this.stopped) throw new Stopped();
    if (this.timeoutSeconds !== undefined && this.now - this.#startedAt > this.timeoutSeconds * 1000)
      throw new ExecutionTimeout();
  }

  /** Does things that run at the same time, one after the other: the clock is then where the longest ended. */
  async together<T>(works: readonly (() => Promise<T>)[]): Promise<readonly T[]> {
    const start = this.#waitedMs;
    let end = start;
    const done: T[] = [];
    for (const work of works) {
      this.#waitedMs = start;
      done.push(await work());
      end = Math.max(end, this.#waitedMs);
    }
    this.#waitedMs = end;
    return done;
  }
}

/** An execution that was stopped. */
export class Stopped extends Error {}

/** An execution that ran longer than its machine says. */
export class ExecutionTimeout extends StateError {
  constructor() {
    super('States.Timeout', 'The execution ran longer than TimeoutSeconds of its machine');
  }
}

/** What states of one flow share: variables of this flow and those around it, and the item of a Map. */
export interface FlowScope {
  readonly language: QueryLanguage;
  readonly variables: Map<string, Json>;
  readonly item: JsonObject | undefined;
}
