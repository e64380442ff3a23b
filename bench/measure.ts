import { spawnSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';

/** One way to do the same work, as a process. */
export interface Contender {
  readonly name: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Wall-clock seconds of each round, and their median. */
export interface Timing {
  readonly name: string;
  readonly seconds: readonly number[];
  readonly median: number;
}

/**
 * Runs contenders in turn, round by round, so that a slow minute of a shared machine hits all of them. The first round
 * warms the compile cache and does not count.
 */
export function race(contenders: readonly Contender[], rounds: number): readonly Timing[] {
  const seconds = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const contender of contenders) {
      const taken = once(contender);
      if (round > 0) seconds.get(contender.name)?.push(taken);
    }
  }
  return [...seconds].map(([name, list]) => ({ name, seconds: list.map(round3), median: round3(median(list)) }));
}

function once({ name, args, env }: Contender): number {
  const started = process.hrtime.bigint();
  const run = spawnSync(process.execPath, args, { encoding: 'utf8', env: { ...process.env, ...env } });
  if (run.status !== 0) throw new Error(`${name} ended with ${String(run.status)}: ${run.stderr.slice(-2000)}`);
  return Number(process.hrtime.bigint() - started) / 1e9;
}

export function median(list: readonly number[]): number {
  const sorted = list.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

export function round3(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** The machine a figure belongs to. */
export function machine(): Record<string, string | number> {
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
}
