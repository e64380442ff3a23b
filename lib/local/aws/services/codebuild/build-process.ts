import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loopbackGuard } from '../../functions/loopback-guard';
import { standInCli } from './stand-in-cli';

/** What a build runs. */
interface BuildOrder {
  /** Commands of the build phase, in order. */
  readonly commands: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Folder with the packages of the AWS SDK. */
  readonly modules: string;
  readonly timeoutSeconds: number;
}

/** How it ended. */
export interface BuildEnd {
  readonly code: number | null;
  /** Last lines of its output. */
  readonly log: string;
}

/** Characters of output that are kept. */
const mostOutput = 4000;

/**
 * Runs the commands of a build in a folder and a process group of its own. Its programs reach only loopback, have the keys of
 * the role and nothing of the user's environment, and find Node, the tools of the system and a stand-in for the AWS CLI.
 */
export async function runBuild({ commands, env, modules, timeoutSeconds }: BuildOrder): Promise<BuildEnd> {
  const folder = mkdtempSync(join(tmpdir(), 'llmops-build-'));
  try {
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    mkdirSync(join(folder, 'tmp'));
    symlinkSync(process.execPath, join(bin, 'node'));
    writeFileSync(join(bin, 'aws'), `#!${process.execPath}\n${standInCli}`);
    chmodSync(join(bin, 'aws'), 0o755);
    writeFileSync(join(folder, 'guard.cjs'), loopbackGuard);
    const child = spawn('/bin/sh', ['-e', '-c', commands.join('\n')], {
      cwd: folder,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...env,
        PATH: `${bin}:/usr/bin:/bin`,
        HOME: join(folder, 'tmp'),
        TMPDIR: join(folder, 'tmp'),
        NODE_PATH: modules,
        NODE_OPTIONS: `--require ${join(folder, 'guard.cjs')} --no-warnings`,
      },
    });
    let log = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (log = `${log}${text}`.slice(-mostOutput)));
    }
    const kill = (): void => {
      if (child.pid === undefined) return;
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // The group has ended already.
      }
    };
    process.once('exit', kill);
    const timer = setTimeout(kill, timeoutSeconds * 1000);
    const code = await new Promise<number | null>((ended, failed) => {
      child.once('error', failed);
      child.once('close', ended);
    });
    clearTimeout(timer);
    process.off('exit', kill);
    return { code, log };
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
