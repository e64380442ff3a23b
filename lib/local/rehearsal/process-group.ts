import { spawn } from 'node:child_process';

/** How a child process ended and what it printed. */
export interface Finished {
  /** Exit status; 1 when a signal ended the process. */
  readonly code: number;
  readonly output: string;
}

/** How to run a child process. */
export interface ChildOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal;
  /** Called for each line of standard output and standard error. @default - not called */
  readonly onLine?: (line: string) => void;
  /** The signal of an abort. @default SIGTERM */
  readonly ends?: 'SIGINT' | 'SIGTERM';
  /** Milliseconds between that signal and SIGKILL. @default 3000 */
  readonly graceMs?: number;
}

const defaultGraceMs = 3_000;

/** Runs Node with arguments in a new process group; see {@link runProgram}. */
export function runNode(args: readonly string[], options: ChildOptions): Promise<Finished> {
  return runProgram(process.execPath, args, options);
}

/**
 * Runs a program in a new process group, so that an abort ends its children too: the CDK CLI starts
 * the app as a child, and ending the CLI alone would leave the app behind.
 */
export function runProgram(program: string, args: readonly string[], options: ChildOptions): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: options.env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: string[] = [];
    let rest = '';
    const read = (chunk: string): void => {
      chunks.push(chunk);
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) options.onLine?.(line);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    const end = (signal: NodeJS.Signals): void => {
      if (child.pid === undefined || child.exitCode !== null) return;
      try {
        process.kill(-child.pid, signal);
      } catch {
        // The group ended between the check and the signal.
      }
    };
    let killer: NodeJS.Timeout | undefined;
    const abort = (): void => {
      end(options.ends ?? 'SIGTERM');
      killer = setTimeout(() => {
        end('SIGKILL');
      }, options.graceMs ?? defaultGraceMs);
    };
    options.signal?.addEventListener('abort', abort, { once: true });
    if (options.signal?.aborted === true) abort();
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(killer);
      options.signal?.removeEventListener('abort', abort);
      if (rest !== '') options.onLine?.(rest);
      resolve({ code: code ?? 1, output: chunks.join('') });
    });
  });
}
