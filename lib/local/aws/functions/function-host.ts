import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeSource } from './code-folder';
import { CodeFailure, codeFolder, sdkFolder } from './code-folder';
import { functionEnvironment } from './function-environment';
import { makeFunctionFolder } from './function-folders';
import { handlerEntry } from './handler-entry';
import type { FunctionFault, HandlerEnd, RunningHandler } from './handler-process';
import { runHandler } from './handler-process';
import type { LambdaFunction } from './lambda-function';
import { loopbackGuard } from './loopback-guard';

/** What a function host takes from the cloud around it. */
export interface HostPorts {
  /** `http://127.0.0.1:port`, where functions find the services. */
  endpoint(): string;
  now(): Date;
  freshId(kind: string): string;
  /** The code of a function. @throws CodeFailure when it is not there */
  code(lambda: LambdaFunction): CodeSource;
  /** The zip file of a layer, or undefined when this cloud does not have it. */
  layer(arn: string): Buffer | undefined;
  /** Takes lines of a function's log. */
  log(lambda: LambdaFunction, stream: string, lines: readonly string[]): void;
}

/** One finished invocation. */
export interface Invocation {
  readonly requestId: string;
  /** JSON text of the result or of the error. */
  readonly payload: string;
  readonly fault: FunctionFault | undefined;
  /** The last 4 KB of the log. */
  readonly logTail: string;
  readonly logStream: string;
  /** What to do about packages of the AWS SDK that the handler asked for in vain. */
  readonly hint: string | undefined;
}

/** Processes at the same time. One machine has few cores; a function that calls a function needs two. */
const mostProcesses = 16;
/** Characters of output that one invocation may write. */
const mostOutput = 1_000_000;
const lambdaNode = /^nodejs(\d+)/;

/** Why a function cannot be run here, or undefined when it can. */
export function notRunnable({ runtime, code, name }: LambdaFunction): string | undefined {
  if (code.kind === 'image') return `the local cloud runs no container images: function ${name} is one`;
  if (runtime === undefined || !lambdaNode.test(runtime))
    return `the local cloud runs Node.js functions only: function ${name} has runtime ${runtime ?? 'none'}`;
  return undefined;
}

/** Runs the functions of one cloud as processes, and ends them with it. */
export class FunctionHost {
  readonly #running = new Set<RunningHandler>();
  readonly #queue: (() => void)[] = [];
  #root: string | undefined;
  #active = 0;
  #tracked = 0;
  #closed = false;
  readonly #idle: (() => void)[] = [];
  readonly #onExit = (): void => {
    this.close();
  };

  /** @param sdkFrom folders above which the AWS SDK is looked for, which Lambda brings along */
  constructor(
    readonly ports: HostPorts,
    readonly sdkFrom: readonly string[] = [process.cwd(), __dirname],
  ) {}

  /** Counts work as going on until it ends: invocations that nobody waits for, executions that invoke. */
  async track<T>(work: Promise<T>): Promise<T> {
    this.#tracked += 1;
    try {
      return await work;
    } finally {
      this.#tracked -= 1;
      if (this.#tracked === 0) for (const wake of this.#idle.splice(0)) wake();
    }
  }

  /** Resolves when nothing goes on that could still invoke a function or answer for one. */
  async idle(): Promise<void> {
    while (this.#tracked > 0) await new Promise<void>((wake) => this.#idle.push(wake));
  }

  /** Whether a package of the AWS SDK is installed beside the cloud. */
  hasPackage(name: string): boolean {
    const modules = sdkFolder(this.sdkFrom);
    return modules !== undefined && existsSync(join(modules, name));
  }

  /** Whether as many functions run as may. */
  get full(): boolean {
    return this.#active >= mostProcesses;
  }

  /**
   * Runs a function once, when there is room. A function that fails is a result, with its fault.
   * @param event JSON text
   * @param depth how many invocations led to this one
   */
  invoke(lambda: LambdaFunction, event: string, depth = 0): Promise<Invocation> {
    return this.track(this.#invoke(lambda, event, depth));
  }

  async #invoke(lambda: LambdaFunction, event: string, depth: number): Promise<Invocation> {
    while (this.full) await new Promise<void>((next) => this.#queue.push(next));
    this.#active += 1;
    try {
      return await this.#run(lambda, event, depth);
    } finally {
      this.#active -= 1;
      this.#queue.shift()?.();
    }
  }

  /** Ends every process and removes every file. */
  close(): void {
    this.#closed = true;
    for (const handler of this.#running) handler.kill();
    if (this.#root === undefined) return;
    process.off('exit', this.#onExit);
    rmSync(this.#root, { recursive: true, force: true, maxRetries: 3 });
    this.#root = undefined;
  }

  async #run(lambda: LambdaFunction, event: string, depth: number): Promise<Invocation> {
    const { ports } = this;
    const requestId = ports.freshId('invocation');
    const day = ports.now().toISOString().slice(0, 10).replaceAll('-', '/');
    const logStream = `${day}/[${lambda.version}]${requestId.replaceAll('-', '')}`;
    const output = new Output();
    const started = Date.now();
    const end = await this.#end(lambda, { event, requestId, logStream, output, depth });
    const took = (Date.now() - started).toFixed(2);
    const lines = [
      `START RequestId: ${requestId} Version: ${lambda.version}`,
      ...output.lines(),
      `END RequestId: ${requestId}`,
      `REPORT RequestId: ${requestId}\tDuration: ${took} ms\tMemory Size: ${lambda.memoryMb} MB`,
    ];
    ports.log(lambda, logStream, lines);
    const fault = 'fault' in end.outcome ? end.outcome.fault : undefined;
    return {
      requestId,
      payload: 'payload' in end.outcome ? end.outcome.payload : JSON.stringify(fault),
      fault,
      logTail: lines.join('\n').slice(-4096),
      logStream,
      hint: missingSdk(end),
    };
  }

  async #end(
    lambda: LambdaFunction,
    run: { event: string; requestId: string; logStream: string; output: Output; depth: number },
  ): Promise<HandlerEnd> {
    const refused = notRunnable(lambda);
    if (refused !== undefined) return failed('LocalCloud.NotImplemented', refused);
    if (this.#closed) return failed('LocalCloud.Stopped', 'the local cloud has stopped');
    const root = this.#folder();
    let folder: string;
    try {
      const parts = { source: this.ports.code(lambda), layers: this.#layers(lambda, run.output) };
      folder = codeFolder(join(root, 'code'), parts, sdkFolder(this.sdkFrom));
    } catch (error) {
      if (!(error instanceof CodeFailure)) throw error;
      return failed('InvalidParameterValueException', error.message);
    }
    const { requestId, logStream, output } = run;
    const handler = runHandler({
      event: run.event,
      requestId,
      context: {
        functionName: lambda.name,
        functionVersion: lambda.version,
        invokedFunctionArn: lambda.version === '$LATEST' ? lambda.arn : `${lambda.arn}:${lambda.version}`,
        memoryLimitInMB: String(lambda.memoryMb),
        awsRequestId: requestId,
        logGroupName: lambda.logGroup,
        logStreamName: logStream,
      },
      timeoutSeconds: lambda.timeoutSeconds,
      memoryMb: lambda.memoryMb,
      callbacks: Number(lambdaNode.exec(lambda.runtime ?? '')?.[1]) < 24,
      cwd: join(folder, 'task'),
      env: functionEnvironment(lambda, this.ports.endpoint(), { folder, logStream, depth: run.depth }),
      guard: join(root, 'guard.js'),
      entry: join(root, 'entry.js'),
      onOutput: (chunk) => {
        output.add(chunk);
      },
    });
    this.#running.add(handler);
    const end = await handler.end;
    this.#running.delete(handler);
    return end;
  }

  /** What this cloud has of the layers of a function; the log says what it has not, such as a layer of AWS. */
  #layers({ layers }: LambdaFunction, output: Output): readonly Buffer[] {
    return layers.flatMap((arn) => {
      const found = this.ports.layer(arn);
      if (found === undefined) output.add(`The local cloud does not have layer ${arn}: the function runs without it\n`);
      return found ?? [];
    });
  }

  /** The folder of this host, with the programs that every process loads. */
  #folder(): string {
    if (this.#root !== undefined) return this.#root;
    const root = makeFunctionFolder();
    mkdirSync(join(root, 'code'));
    writeFileSync(join(root, 'guard.js'), loopbackGuard);
    writeFileSync(join(root, 'entry.js'), handlerEntry);
    process.once('exit', this.#onExit);
    this.#root = root;
    return root;
  }
}

/** The output of one invocation, up to a bound. */
class Output {
  #text = '';

  add(chunk: string): void {
    if (this.#text.length < mostOutput) this.#text += chunk.slice(0, mostOutput - this.#text.length);
  }

  /** One element for each call of the console: inside of one, line ends come as carriage returns. */
  lines(): readonly string[] {
    const lines = this.#text.split('\n').filter((line) => line !== '');
    return lines.map((line) => line.replaceAll('\r', '\n'));
  }
}

function failed(errorType: string, errorMessage: string): HandlerEnd {
  return { outcome: { fault: { errorType, errorMessage } }, missing: [] };
}

function missingSdk({ missing, outcome }: HandlerEnd): string | undefined {
  const text = 'fault' in outcome ? outcome.fault.errorMessage : '';
  const named = [...text.matchAll(/Cannot find package '(@(?:aws-sdk|smithy)\/[^/']+)/g)].map(([, name = '']) => name);
  const packages = [...new Set([...missing, ...named])];
  return packages.length === 0
    ? undefined
    : `Lambda brings the AWS SDK with its runtime and the local cloud does not: npm install --save-dev ${packages.join(' ')}`;
}
