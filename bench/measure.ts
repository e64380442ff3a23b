import { spawnSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';

/** One way to do the same work, as a process. */
export interface Contender {
  readonly name: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Seconds of each round and their median, by the clock and of processor time (all threads, children not included). */
export interface Timing {
  readonly name: string;
  readonly seconds: readonly number[];
  readonly median: number;
  readonly processorSeconds: readonly number[];
  readonly processorMedian: number;
}

interface Run {
  readonly seconds: number;
  readonly processorSeconds: number;
}

/**
 * Runs contenders in turn, round by round, so that a slow minute of a shared machine hits all of them. The first round
 * warms the caches and does not count.
 */
export function race(contenders: readonly Contender[], rounds: number): readonly Timing[] {
  const runs = new Map<string, Run[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const contender of contenders) {
      const run = once(contender);
      if (round > 0) runs.get(contender.name)?.push(run);
    }
  }
  return [...runs].map(([name, list]) => {
    const seconds = list.map((run) => round3(run.seconds));
    const processorSeconds = list.map((run) => round3(run.processorSeconds));
    return {
      name,
      seconds,
      median: round3(median(seconds)),
      processorSeconds,
      processorMedian: round3(median(processorSeconds)),
    };
  });
}

function once({ name, args, env }: Contender): Run {
  const started = process.hrtime.bigint();
  const run = spawnSync(process.execPath, ['--require', join(__dirname, 'processor-time.js'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  if (run.status !== 0) throw new Error(`${name} ended with ${String(run.status)}: ${run.stderr.slice(-2000)}`);
  return { seconds, processorSeconds: Number(run.output[3]) };
}

/** How often a contender takes what another takes, by the clock and in processor time. */
export interface Ratio {
  readonly seconds: number;
  readonly processorSeconds: number;
}

export function ratio(timings: readonly Timing[], name: string, to: string): Ratio {
  const one = find(timings, name);
  const other = find(timings, to);
  return {
    seconds: round3(one.median / other.median),
    processorSeconds: round3(one.processorMedian / other.processorMedian),
  };
}

function find(timings: readonly Timing[], name: string): Timing {
  const timing = timings.find((candidate) => candidate.name === name);
  if (timing === undefined) throw new Error(`no contender ${name}`);
  return timing;
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

/** The machine a figure belongs to, and how many processes already waited for it. */
export function machine(): Record<string, string | number> {
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    loadAverage: round3(loadavg()[0] ?? Number.NaN),
  };
}
