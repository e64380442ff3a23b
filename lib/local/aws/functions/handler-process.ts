import { spawn } from 'node:child_process';
import type { Json } from '../../../constraints/json';

/** An error as Lambda reports it in the payload of an invocation. */
export interface FunctionFault {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
}

/** How a run of a handler ended. */
export interface HandlerEnd {
  /** JSON text of what the handler returned, or the error. */
  readonly outcome: { readonly payload: string } | { readonly fault: FunctionFault };
  /** Packages of the AWS SDK that the handler asked for and that are not installed. */
  readonly missing: readonly string[];
}

/** Seconds in which a handler must be loaded. Lambda gives 10; a busy machine that starts several needs more. */
const loadingSeconds = 60;

/** What to run. */
export interface HandlerCall {
  /** JSON text. */
  readonly event: string;
  readonly requestId: string;
  readonly context: Readonly<Record<string, Json>>;
  readonly timeoutSeconds: number;
  /** Limit of the heap. */
  readonly memoryMb: number;
  /** Whether handlers with a callback run, which Lambda ended with nodejs24.x. */
  readonly callbacks: boolean;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Files of the process: the guard, which worker threads load too, and the program. */
  readonly guard: string;
  readonly entry: string;
  readonly onOutput: (chunk: string) => void;
}

/** A handler that is running. */
export interface RunningHandler {
  readonly end: Promise<HandlerEnd>;
  /** Ends its process and every process that it started. */
  kill(): void;
}

/** Runs a handler once in a process of its own, the leader of its own group. */
export function runHandler(call: HandlerCall): RunningHandler {
  const flags = [`--max-old-space-size=${call.memoryMb}`, '--require', call.guard];
  const child = spawn(process.execPath, [...flags, call.entry], {
    cwd: call.cwd,
    env: call.env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const kill = (): void => {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // The group has ended already.
    }
  };
  const end = new Promise<HandlerEnd>((resolve) => {
    let told: HandlerEnd | undefined;
    const fault = (errorType: string, reason: string): HandlerEnd => ({
      outcome: { fault: { errorType, errorMessage: `RequestId: ${call.requestId} Error: ${reason}` } },
      missing: [],
    });
    const stopAfter = (seconds: number): NodeJS.Timeout =>
      setTimeout(() => {
        // The words of Lambda: "Task timed out after 3.00 seconds".
        told ??= fault('Sandbox.Timedout', `Task timed out after ${seconds.toFixed(2)} seconds`);
        kill();
      }, seconds * 1000);
    let timer = stopAfter(loadingSeconds);
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', call.onOutput);
    child.on('message', (message) => {
      // The time of a function does not include loading it.
      if (message === 'loaded') {
        clearTimeout(timer);
        timer = stopAfter(call.timeoutSeconds);
      } else told ??= endOf(message);
    });
    const settle = (left: HandlerEnd): void => {
      clearTimeout(timer);
      resolve(told ?? left);
    };
    child.once('error', (error) => {
      settle(fault('Runtime.ExitError', `Runtime failed to start: ${error.message}`));
    });
    // A process that the handler left behind does not outlive it; it would also keep the streams open.
    child.once('exit', kill);
    child.once('close', (code, signal) => {
      const how = signal === null ? `exit status ${code ?? 1}` : `signal: ${signal}`;
      settle(fault('Runtime.ExitError', `Runtime exited with error: ${how}`));
    });
  });
  const { event, context, callbacks, timeoutSeconds } = call;
  child.send({ event, context, timeoutSeconds, callbacks }, () => undefined);
  return { end, kill };
}

/** Reads the report of the process: text that the handler could forge, but only about itself. */
function endOf(message: unknown): HandlerEnd | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { payload, error, missing } = message as { payload?: unknown; error?: FunctionFault; missing?: string[] };
  if (typeof payload === 'string') return { outcome: { payload }, missing: missing ?? [] };
  return error === undefined ? undefined : { outcome: { fault: error }, missing: missing ?? [] };
}
