import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { InstanceOffer } from '../../lib/catalog';
import { catalog } from '../../lib/catalog';
import { peakTflops } from '../../lib/plan/performance/dtype-support';
import { publishedDtype } from '../../lib/plan/performance/parameters';
import type { SizeRequest } from '../../lib/plan/sizing';
import { sizeEndpoint } from '../../lib/plan/sizing';
import { machine, median, round3 } from '../measure';
import { largePlatform } from './large-platform';

/*
 * `node --require tsx/cjs bench/planner/speed.ts`: sizes 1,000 endpoints on every instance of the catalogue. The base is
 * a bare loop over the same offers that computes one roofline each, for the same endpoints. Then it plans a platform of
 * 1,000 endpoints on both clouds, from the sources and, after `npm run build`, compiled.
 */
const endpoints = 1000;
const rounds = 7;
const accelerators = new Map(catalog.accelerators.map((accelerator) => [accelerator.id, accelerator]));
const models = catalog.models.filter(({ kind }) => kind === 'text-generation');

/** Loads and objectives that share no factor, so that no two endpoints are alike. */
const requests = Array.from({ length: endpoints }, (_, index): SizeRequest => {
  const pick = <T>(values: readonly T[]): T => {
    const value = values[index % values.length];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  };
  const inputTokens = 100 + ((index * 37) % 4000);
  const outputTokens = 50 + ((index * 53) % 1000);
  return {
    path: `endpoints.e${index}`,
    model: pick(models),
    accelerators: catalog.accelerators,
    carbon: catalog.carbon,
    minReplicas: pick([1, 2]),
    traffic: {
      peakConcurrency: 1 + ((index * 71) % 499),
      inputTokens,
      outputTokens,
      maxTokens: 2 * (inputTokens + outputTokens),
    },
    slo: pick([
      {},
      { timePerOutputTokenMs: 20 + (index % 83) },
      { timeToFirstTokenMs: 300 + 5 * (index % 331), timePerOutputTokenMs: 30 + (index % 47) },
    ]),
  };
});

function plan(offers: readonly InstanceOffer[]): number {
  return requests.filter((request) => sizeEndpoint(request, offers).ok).length;
}

/** Seconds a token would take by weights and arithmetic alone: the least a planner can compute. */
function rooflines(offers: readonly InstanceOffer[]): number {
  let fastest = Number.POSITIVE_INFINITY;
  for (const { model, traffic } of requests) {
    for (const { accelerator: id, acceleratorCount, acceleratorShare } of offers) {
      const accelerator = accelerators.get(id);
      if (accelerator === undefined) continue;
      const gpus = acceleratorCount * acceleratorShare;
      const read = (model.totalParams * 2) / (accelerator.memoryBandwidthGBs * gpus);
      const flops = peakTflops(accelerator, publishedDtype(model)) * 1e3 * gpus;
      fastest = Math.min(fastest, Math.max(read, (2 * traffic.peakConcurrency * model.activeParams) / flops));
    }
  }
  return fastest;
}

/** On a machine that does other things too, the processor's time says more than the clock's. */
interface Taken {
  readonly wall: number;
  readonly cpu: number;
}

function timed(work: () => number): Taken {
  const [started, used] = [performance.now(), process.cpuUsage()];
  work();
  const { user, system } = process.cpuUsage(used);
  return { wall: (performance.now() - started) / 1000, cpu: (user + system) / 1e6 };
}

function medians(rounds: readonly Taken[]): Taken {
  return { wall: median(rounds.map(({ wall }) => wall)), cpu: median(rounds.map(({ cpu }) => cpu)) };
}

/** The same offer of each type once: what an environment in one region of each cloud weighs, and more. */
const types = [...new Map(catalog.instances.map((offer) => [offer.instanceType, offer])).values()];
const markets = { 'every instance type': types, 'every offer of every region and service': catalog.instances };
const results = Object.entries(markets).map(([name, offers]) => {
  const sized = plan(offers);
  rooflines(offers);
  const [ours, base]: [Taken[], Taken[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    ours.push(timed(() => plan(offers)));
    base.push(timed(() => rooflines(offers)));
  }
  const [taken, least] = [medians(ours), medians(base)];
  return {
    name,
    endpoints,
    offers: offers.length,
    sized,
    refused: endpoints - sized,
    seconds: round3(taken.wall),
    cpuSeconds: round3(taken.cpu),
    cpuMillisecondsPerEndpoint: round3((taken.cpu * 1000) / endpoints),
    rooflineLoopCpuSeconds: round3(least.cpu),
    ratioToRooflineLoop: round3(taken.cpu / least.cpu),
  };
});

/** Processes of their own, because a planner that is already compiled in memory is not what a command starts with. */
const processes = 5;
const roundsEach = 4;
const root = resolve(__dirname, '../..');

function wholePlan(name: string, lib: string, options: readonly string[], platform: string) {
  const runs = Array.from({ length: processes }, (): readonly Taken[] => {
    const args = [...options, join(__dirname, 'whole-plan.js'), lib, platform, String(roundsEach)];
    const run = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    if (run.status !== 0) throw new Error(run.stderr);
    return takenFrom(JSON.parse(run.stdout));
  });
  const first = medians(runs.flatMap((taken) => taken.slice(0, 1)));
  const later = medians(runs.flatMap((taken) => taken.slice(1)));
  return {
    name,
    endpoints,
    clouds: 2,
    firstSeconds: round3(first.wall),
    firstCpuSeconds: round3(first.cpu),
    laterSeconds: round3(later.wall),
    laterCpuSeconds: round3(later.cpu),
  };
}

function takenFrom(printed: unknown): readonly Taken[] {
  if (!Array.isArray(printed)) throw new Error('not a list of times');
  return printed.map((row: { wall: unknown; cpu: unknown }) => ({ wall: Number(row.wall), cpu: Number(row.cpu) }));
}

function wholePlans() {
  const folder = mkdtempSync(join(tmpdir(), 'llmops-speed-'));
  try {
    const platform = join(folder, 'platform.json');
    writeFileSync(platform, JSON.stringify(largePlatform(endpoints, catalog)));
    const compiled = join(root, 'dist/lib');
    return [
      wholePlan('from the sources, tsx', join(root, 'lib'), ['--require', 'tsx/cjs'], platform),
      ...(existsSync(compiled) ? [wholePlan('compiled', compiled, [], platform)] : []),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const report = {
  command: 'node --require tsx/cjs bench/planner/speed.ts',
  rounds,
  machine: machine(),
  results,
  wholePlan: { processes, roundsEach, results: wholePlans() },
};
writeFileSync(resolve(__dirname, 'speed.json'), `${JSON.stringify(report, undefined, 2)}\n`);
process.stdout.write(`${JSON.stringify(report, undefined, 2)}\n`);
