import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

export const root = resolve(__dirname, '../..');

/** How a command ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** 2026-11-30: a command must not print something else because a price has become old since. */
const today = { SOURCE_DATE_EPOCH: '1796040000' };

/** Runs `llmops` as a user does, as a process. */
export function llmops(args: readonly string[], options: CommandOptions = {}): Promise<Ended> {
  return node([resolve(root, 'bin/llmops.js'), ...args], options);
}

/** Runs the project's own CDK CLI against whatever the environment points at. */
export function cdk(args: readonly string[], options: CommandOptions = {}): Promise<Ended> {
  return node([resolve(root, 'node_modules/aws-cdk/bin/cdk'), ...args, '--no-notices', '--no-color'], options);
}

export function node(args: readonly string[], options: CommandOptions = {}): Promise<Ended> {
  return ended(start(args, options));
}

/** Starts a command that runs until it is told to stop. */
export function start(args: readonly string[], options: CommandOptions = {}): ChildProcess {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== 'CDK_VALIDATION'));
  return spawn(process.execPath, args, {
    cwd: options.cwd ?? root,
    env: { ...inherited, NO_COLOR: '1', ...today, CDK_DISABLE_CLI_TELEMETRY: 'true', ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Waits for the end of a process and collects what it printed. */
export function ended(child: ChildProcess): Promise<Ended> {
  return new Promise((done, fail) => {
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    child.once('error', fail);
    child.once('close', (code) => {
      done({ code, stdout, stderr });
    });
  });
}

/** Waits until a process prints a line that matches. */
export function line(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((done, fail) => {
    let text = '';
    const read = (chunk: string): void => {
      text += chunk;
      const match = pattern.exec(text);
      if (match !== null) done(match);
    };
    child.stdout?.setEncoding('utf8').on('data', read);
    child.stderr?.setEncoding('utf8').on('data', read);
    child.once('close', (code) => {
      fail(new Error(`ended with ${String(code)} before ${String(pattern)}: ${text}`));
    });
  });
}
