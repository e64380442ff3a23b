import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planConfig } from '../../bin/project/planned';
import type { LocalAws } from '../../lib/local/aws';
import { startLocalAws } from '../../lib/local/aws';
import type { ResolvedPlatform } from '../../lib/platform';
import { bringTestWeights, devPlan } from '../../test/helpers/test-weights';
import type { Counterexample, Proof } from './proof';
import { counted, tally } from './proof';
import { randomNumbers } from './random-numbers';

const environment = 'dev';
const stacks = ['foundation', 'integration', 'knowledge', 'deployment', 'tuning', 'observability'];

/** How a command ended. */
interface Ended {
  readonly code: number | null;
  readonly kinds: ReadonlyMap<string, string>;
  readonly said: string;
}

/** Rounds that run beside each other: much of a round is the CDK CLI waiting between two questions to CloudFormation. */
const lanes = 2;

/**
 * The way in and out, again and again: from nothing to the missing assets, through a failure of a random stack, to an endpoint in
 * service, and to nothing. Every command is a process. Two clouds have the rounds in turn; Azure has new names in each round, as
 * its services keep the old ones.
 */
export const ways: Proof = {
  claim:
    'llmops deploy stops at missing assets and at a failed step, continues to the end and repeats nothing; llmops destroy ends, and it comes up again.',
  count: 20,
  smallCount: 1,
  run: async ({ seed, count, stopped = () => false }) => {
    const folder = mkdtempSync(join(tmpdir(), 'llmops-ways-'));
    const random = randomNumbers(seed);
    const rounds = Array.from({ length: count }, (_, index) => ({
      round: index + 1,
      failing: stacks[Math.floor(random() * stacks.length)] ?? 'foundation',
    }));
    const planned = await planConfig('llmops.config.ts', process.cwd(), environment);
    if (!planned.ok) throw new Error('the reference platform is not planned');
    const { platform } = planned.value;
    const counts = new Map<string, number>();
    const counterexamples: Counterexample[] = [];
    let ran = 0;
    const lane = async (place: string): Promise<void> => {
      const state = join(place, 'cloud');
      mkdirSync(place);
      // With a listener everything is asked of the role that deploys, as llmops deploy --local does.
      const cloud = await startLocalAws({ state, onAsked: () => undefined, earlyValidation: true });
      try {
        for (let first = true; !stopped(); first = false) {
          const next = rounds.shift();
          if (next === undefined) break;
          const { round, failing } = next;
          const config = join(place, `round-${round}.config.cjs`);
          writeFileSync(config, `module.exports = ${JSON.stringify(ofRound(platform, { round, first }))};\n`);
          const way = new Way(cloud, ['--env', environment, '--config', config, '--local', '--state', state]);
          for (const problem of await way.walk(failing))
            counterexamples.push({ case: `round ${round} of seed ${seed}, failing ${failing}`, problem });
          for (const step of way.steps) tally(counts, step);
          ran += 1;
        }
      } finally {
        await cloud.close();
      }
    };
    try {
      const places = Array.from({ length: Math.min(lanes, count) }, (_, index) => join(folder, `lane-${index + 1}`));
      await Promise.all(places.map(lane));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    return { ran, counts: counted(counts), counterexamples };
  },
};

/** The platform as a person writes it for that round: other names on Azure, and the identity provider that the first round of its cloud left. */
function ofRound(
  platform: ResolvedPlatform,
  { round, first }: { readonly round: number; readonly first: boolean },
): ResolvedPlatform {
  const spec = platform.environments[environment];
  if (spec?.azure === undefined || spec.aws === undefined) return platform;
  const aws = first ? spec.aws : { ...spec.aws, identityProvider: 'existing' as const };
  const again = { ...spec, aws, azure: { ...spec.azure, generation: round } };
  return { ...platform, environments: { [environment]: again } };
}

class Way {
  readonly steps: string[] = [];
  private readonly problems: string[] = [];

  constructor(
    private readonly cloud: LocalAws,
    private readonly options: readonly string[],
  ) {}

  /** @returns what contradicts the claim */
  async walk(failing: string): Promise<readonly string[]> {
    const stack = `support-assistant-${environment}-${failing}`;
    this.cloud.faults.add({
      kind: 'fail',
      stack,
      step: 'create',
      times: 1,
      reason: 'The proof makes one creation fail',
    });
    await this.until(['deploy', ...this.options], `failed at ${failing}, then continued`);
    const again = await llmops(['deploy', ...this.options, '--json']);
    this.expect(again, 0, 'repeated nothing');
    for (const [id, kind] of again.kinds)
      if (kind === 'done' && id !== 'aws/templates') this.problems.push(`${id} ran again`);
    const gone = await llmops(['destroy', ...this.options, '--yes', environment, '--json']);
    this.expect(gone, 0, 'ended');
    return this.problems;
  }

  /** Deploys until nothing stops it: once at the missing weights, once at the failure. */
  private async until(command: readonly string[], name: string): Promise<void> {
    const stops: (number | null)[] = [];
    for (let runs = 0; runs < 4; runs += 1) {
      const end = await llmops([...command, '--json']);
      if (end.code === 0) {
        const codes = stops.toSorted().join(', ');
        if (codes !== '1, 4') this.problems.push(`stopped with ${codes}, expected once with 1 and once with 4`);
        this.steps.push(name, 'stopped at missing assets', 'came up');
        return;
      }
      stops.push(end.code);
      if (end.code === 4) await this.bringWeights();
      else if (end.code !== 1) break;
    }
    this.problems.push(`did not come up: stopped with ${stops.join(', ')}`);
  }

  /** Weights on both clouds. Azure's names are of the round, so the command itself brings them. */
  private async bringWeights(): Promise<void> {
    await bringTestWeights(this.cloud, await devPlan());
    const folder = mkdtempSync(join(tmpdir(), 'llmops-ways-weights-'));
    try {
      writeFileSync(join(folder, 'config.json'), '{"architectures":[]}');
      const only = ['--only', 'azure/weights/chat', '--from', folder];
      this.expect(await llmops(['assets', 'push', ...this.options, ...only]), 0, 'weights brought to Azure');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  private expect(end: Ended, code: number, step: string): void {
    if (end.code === code) this.steps.push(step);
    else this.problems.push(`${step}: ended with ${end.code ?? 'a signal'}: ${end.said.slice(-2000)}`);
  }
}

/** Where Node from 22.1 keeps compiled code, which takes two thirds of the time of a command; older ones compile each time. */
const compiled = { NODE_COMPILE_CACHE: join(tmpdir(), 'llmops-ways-compiled') };

/** Runs a command as a process, and says how long it took: a run of all rounds takes an hour. */
function llmops(args: readonly string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const begin = Date.now();
    const child = spawn(process.execPath, ['bin/llmops.js', ...args], {
      env: { ...compiled, ...process.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    let log = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (log = `${log}${text}`.slice(-2000)));
    child.once('error', reject);
    child.once('close', (code) => {
      console.error(
        `  ${args[0] ?? ''}: exit ${code ?? 'by a signal'} after ${Math.round((Date.now() - begin) / 1000)} s`,
      );
      const kinds = kindsOf(said);
      resolve({ code, kinds, said: kinds.size === 0 ? log : said });
    });
  });
}

function kindsOf(said: string): ReadonlyMap<string, string> {
  try {
    const { units } = JSON.parse(said) as {
      readonly units: readonly { readonly id: string; readonly outcome: { readonly kind: string } }[];
    };
    return new Map(units.map(({ id, outcome }) => [id, outcome.kind]));
  } catch {
    return new Map();
  }
}
