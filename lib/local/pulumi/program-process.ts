import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { CodedError } from '../../messages';
import type { PulumiProgram } from './model';

/** Arguments and environment of the unmodified Node runtime of Pulumi, resolved from the package of the program. */
export interface ProgramCommand {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Environment variables that every program gets. Cloud credentials are not among them: nothing may leave the machine. */
const inheritedVariables: readonly string[] = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'LC_ALL', 'TZ', 'SystemRoot'];

/**
 * The runtime prints unhandled errors with `util.inspect` in colour. In colour, Node 20.20 never finishes a stack line
 * that names a file right below a scope (`node_modules/@pulumi/resource.ts`, as the source maps of `@pulumi/pulumi` do)
 * and gives up when memory does, half a minute later. Plain text is also what a log wants.
 */
const plainInspect =
  'import util from "node:util"; const inspect = util.inspect;' +
  'util.inspect = Object.assign((value, options, ...rest) => inspect(value,' +
  'typeof options === "object" && options !== null ? { ...options, colors: false } : options, ...rest), inspect);';

/**
 * The runtime keeps the stack of every promise it makes for its debugger and never prints it. Mapping these stacks to
 * sources is most of what a program costs, so an error without a message, which they are, gets none.
 */
const lightStacks =
  'let mapped; Object.defineProperty(Error, "prepareStackTrace", { configurable: true, set: (f) => { mapped = f; }, get: () =>' +
  '(error, frames) => error.message === "" ? "Error" : mapped === undefined ? [String(error), ...frames].join("\\n    at ") : mapped(error, frames) });';

/**
 * The runtime loads the TypeScript compiler, 9 MB, to serialize functions, which programs of declarations do not do: it is
 * loaded at its first use.
 */
const lazyCompiler =
  'import Module from "node:module"; const load = Module._load; Module._load = function (request, ...rest) {' +
  'if (request !== "typescript") return load.call(this, request, ...rest); let real;' +
  'return new Proxy({}, { get: (_, key) => (real ??= load.call(this, request, ...rest))[key] }); };';

/** Ends the program when the pipe to its parent closes: a parent killed by SIGKILL can do nothing else. */
const endWithParent =
  'import net from "node:net"; const parent = new net.Socket({ fd: 3 });' +
  'parent.on("close", () => process.exit(1)).on("error", () => process.exit(1)); parent.resume(); parent.unref();';

const preload = `data:text/javascript,${encodeURIComponent(plainInspect + lightStacks + lazyCompiler + endWithParent)}`;

/** Resources that a program may register at the same time; the engine answers one after another. */
const parallel = 16;

/**
 * The command that runs a program the way the language host of Pulumi does.
 * @throws CodedError (ProgramDependencyMissing) when `@pulumi/pulumi`, or for a `.ts` program `tsx`, cannot be resolved
 *   from the program's root
 */
export function programCommand(
  program: PulumiProgram,
  address: string,
  preview: boolean,
  inherited: Readonly<Record<string, string | undefined>>,
): ProgramCommand {
  const require = createRequire(path.join(program.root, 'package.json'));
  const loader = program.main.endsWith('.ts') ? ['--require', resolve(require, 'tsx/cjs', program.root)] : [];
  const namespaced = (key: string): string => (key.includes(':') ? key : `${program.project}:${key}`);
  const config = Object.fromEntries(Object.entries(program.config).map(([key, value]) => [namespaced(key), value]));
  return {
    args: [
      ...loader,
      '--import',
      preload,
      resolve(require, '@pulumi/pulumi/cmd/run', program.root),
      `--monitor=${address}`,
      `--engine=${address}`,
      `--project=${program.project}`,
      `--stack=${program.stack}`,
      `--organization=${program.organization ?? 'local'}`,
      `--root-directory=${program.root}`,
      `--pwd=${programFolder(program)}`,
      `--parallel=${parallel}`,
      ...(preview ? ['--dry-run'] : []),
      path.resolve(program.root, program.main),
    ],
    env: {
      ...Object.fromEntries(
        inheritedVariables.flatMap((key) => {
          const value = inherited[key];
          return value === undefined ? [] : [[key, value]];
        }),
      ),
      PULUMI_CONFIG: JSON.stringify(config),
      PULUMI_CONFIG_SECRET_KEYS: JSON.stringify((program.secretConfigKeys ?? []).map(namespaced)),
      PULUMI_NODEJS_TYPESCRIPT: 'false',
      ...program.env,
    },
  };
}

/** The engine runs a program whose `main` is a file in the folder of that file, not in that of Pulumi.yaml. */
export function programFolder({ root, main }: Pick<PulumiProgram, 'root' | 'main'>): string {
  return path.dirname(path.resolve(root, main));
}

function resolve(require: NodeJS.Require, module: string, root: string): string {
  try {
    return require.resolve(module);
  } catch {
    throw new CodedError('ProgramDependencyMissing', {
      place: root,
      message: `cannot resolve ${module}`,
      fix: `install ${/^(?:@[^/]+\/)?[^/]+/.exec(module)?.[0] ?? module} in the package of the Pulumi program`,
    });
  }
}

/** A running program. It cannot outlive the process that started it. */
export interface RunningProgram {
  /** Exit status, or 1 when a signal ended the program. */
  readonly exit: Promise<number>;
  kill(): void;
}

/** Starts the command and passes every line that the program prints to `onLine`. */
export function startProgram(
  command: ProgramCommand,
  cwd: string,
  onLine: (stream: 'stdout' | 'stderr', line: string) => void,
): RunningProgram {
  const child = spawn(process.execPath, [...command.args], {
    cwd,
    env: { ...command.env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const kill = (): void => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  };
  const interrupted = (signal: NodeJS.Signals): void => {
    kill();
    process.removeListener(signal, interrupted);
    // A handler replaces the default effect of the signal: without another handler the parent must still end.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  const signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  process.once('exit', kill);
  for (const signal of signals) process.on(signal, interrupted);
  lines(child, 'stdout', onLine);
  lines(child, 'stderr', onLine);
  const exit = new Promise<number>((done, failed) => {
    child.once('error', failed);
    child.once('close', (code) => {
      done(code ?? 1);
    });
  }).finally(() => {
    process.removeListener('exit', kill);
    for (const signal of signals) process.removeListener(signal, interrupted);
  });
  return { exit, kill };
}

function lines(
  child: ChildProcess,
  name: 'stdout' | 'stderr',
  onLine: (stream: 'stdout' | 'stderr', line: string) => void,
): void {
  let rest = '';
  const stream = child[name];
  if (stream === null) return;
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    for (const line of parts) onLine(name, line);
  });
  stream.on('end', () => {
    if (rest !== '') onLine(name, rest);
  });
}
