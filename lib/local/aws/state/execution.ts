import type { JsonObject } from '../../../constraints/json';

/** How an execution ended. */
type ExecutionEnd = { readonly date: Date } & (
  | { readonly status: 'SUCCEEDED'; readonly output: string }
  | { readonly status: 'FAILED' | 'TIMED_OUT' | 'ABORTED'; readonly error: string; readonly cause: string }
);

/** An event of the history of an execution. */
export interface HistoryEvent {
  readonly type: string;
  /** Milliseconds since 1970, with the time that was waited. */
  readonly time: number;
  /** The member of the event with its details, such as `stateEnteredEventDetails`. @default - none */
  readonly details?: readonly [member: string, content: JsonObject];
}

/** An execution while it runs and afterwards. */
interface RunOfExecution {
  readonly history: readonly HistoryEvent[];
  /** Set when the execution is stopped from outside. */
  stopped: boolean;
  /** Milliseconds since 1970 on the clock of the execution. */
  readonly now: number;
  record(type: string, details?: HistoryEvent['details']): void;
}

/** One execution of a state machine. */
export interface Execution {
  readonly arn: string;
  readonly machineArn: string;
  readonly name: string;
  /** JSON text. */
  readonly input: string;
  readonly startDate: Date;
  readonly run: RunOfExecution;
  /** Undefined while it runs. */
  end: ExecutionEnd | undefined;
}
