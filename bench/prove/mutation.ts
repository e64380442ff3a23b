import { azureFixtures } from '../mutation/azure/fixtures';
import { asPulumi } from '../mutation/azure/pulumi-form';
import type { Fixture } from '../mutation/fixture';
import { judgedGraph, judgedParts, mutantsOfParts } from '../mutation/fixture';
import { judgedByKit } from '../mutation/kit-judge';
import { kubernetesFixture } from '../mutation/kubernetes/fixtures';
import type { Mutant } from '../mutation/mutants';
import { hardenedTemplates, mutantsOf } from '../mutation/mutants';
import type * as otherJudges from '../mutation/other-judges';
import type { Judge } from '../mutation/other-judges';
import recorded from '../proofs/mutation.json';
import type { Counterexample, Proof } from './proof';
import { counted } from './proof';

/** Shares of the mutants that the rules must find. */
const bars = { overall: 0.95, family: 0.9 };
/** From so many mutants on every one is judged, by the other judges too. */
const whole = 1000;

/** Mutants of one family, and how many of them each judge found. */
interface Score {
  readonly mutants: number;
  readonly killed: number;
  /** @default - not asked, in the small run */
  readonly nag?: number;
  readonly cdk?: number;
  /** The same flaws in the form in which a Pulumi program declares them. @default - no family of Azure */
  readonly pulumi?: number;
}

/**
 * Single flaws in hardened templates, made by operators from a list of properties that matter (bench/mutation/relevant.ts), through
 * the rules of the kit and beside them through cdk-nag and the validator of the CDK.
 */
export const mutation: Proof = {
  claim: `the review rules find at least ${bars.overall * 100} % of single flaws in hardened templates of AWS and Azure and in manifests of Kubernetes, ${bars.family * 100} % in each family, and nothing in the templates themselves`,
  count: 5000,
  smallCount: 120,
  run({ seed, count }) {
    // The other judges load the CDK, which the small run does without.
    const judges = count < whole ? undefined : (require('../mutation/other-judges') as typeof otherJudges);
    const counts = new Map<string, number>();
    const survivors: string[] = [];
    const falseFindings: Counterexample[] = [];
    const scores = Object.entries(hardenedTemplates()).map(([family, template]) => {
      const found = judgedByKit(template);
      if (found === 'invalid' || found.length > 0) {
        falseFindings.push({ case: family, problem: `the hardened template has findings: ${String(found)}` });
      }
      const all = mutantsOf(family, template);
      const flaws = all.filter(({ excluded }) => excluded === undefined);
      const judged = flaws.map((mutant) => [mutant, judgedByKit(mutant.template)] as const);
      const valid = sampled(
        judged.filter(([, verdict]) => verdict !== 'invalid'),
        seed,
        count,
      );
      add(counts, 'excluded with a reason', all.length - flaws.length);
      add(
        counts,
        'refused by its schema',
        judged.length - judged.filter(([, verdict]) => verdict !== 'invalid').length,
      );
      survivors.push(...valid.filter(([, verdict]) => verdict.length === 0).map(([{ id }]) => id));
      const score = {
        mutants: valid.length,
        killed: valid.filter(([, verdict]) => verdict.length > 0).length,
        ...others(
          valid.map(([mutant]) => mutant),
          template,
          judges,
        ),
      };
      report(counts, family, score);
      return [family, score] as const;
    });
    const total = sum(scores.map(([, score]) => score));
    report(counts, 'overall', total);
    const ofFixtures = [...azureFixtures(), kubernetesFixture()].map((fixture) => {
      const { score, alive, problem } = scoreOf(fixture, { seed, count }, counts);
      survivors.push(...alive);
      falseFindings.push(...problem);
      report(counts, fixture.family, score);
      return [fixture.family, score] as const;
    });
    const azure = sum(ofFixtures.map(([, score]) => score));
    report(counts, 'overall Azure and Kubernetes', azure);
    return Promise.resolve({
      counts: counted(counts),
      survivors,
      counterexamples: [
        ...falseFindings,
        // A family of a small run has some ten flaws, of which nine of ten is no measure: what the whole run found must be found.
        ...(count < whole ? survivors.filter((id) => !recorded.survivors.includes(id)).map(lost) : []),
        ...below(
          count < whole ? [] : [...scores, ...ofFixtures],
          [['overall', total] as const, ['overall Azure and Kubernetes', azure] as const],
          survivors,
        ),
      ],
    });
  },
};

function lost(id: string): Counterexample {
  return { case: id, problem: 'the whole run that is recorded found this flaw' };
}

/** Flaws of a fixture of Azure or Kubernetes, through the rules of the kit. */
function scoreOf(
  fixture: Fixture,
  { seed, count }: { readonly seed: number; readonly count: number },
  counts: Map<string, number>,
): { readonly score: Score; readonly alive: readonly string[]; readonly problem: readonly Counterexample[] } {
  const found = judgedParts(fixture, fixture.parts);
  const all = mutantsOfParts(fixture);
  const flaws = all.filter(({ excluded }) => excluded === undefined);
  const judged = sampled(
    flaws.map((mutant) => [mutant, undefined] as const),
    seed,
    count,
  ).map(([mutant]) => [mutant, judgedParts(fixture, mutant.parts)] as const);
  const valid = judged.filter(([, verdict]) => verdict !== 'invalid');
  const alive = valid.filter(([, verdict]) => verdict.length === 0).map(([{ id }]) => id);
  add(counts, 'excluded with a reason', all.length - flaws.length);
  add(counts, 'refused by its schema', judged.length - valid.length);
  const pulumi = valid.filter(([{ parts }]) => judgedGraph(fixture, asPulumi(fixture.graphOf(parts) ?? [])).length > 0);
  return {
    score: {
      mutants: valid.length,
      killed: valid.length - alive.length,
      ...(fixture.family.startsWith('azure') ? { pulumi: pulumi.length } : {}),
    },
    alive,
    problem:
      found === 'invalid' || found.length > 0
        ? [{ case: fixture.family, problem: `the hardened template has findings: ${String(found)}` }]
        : [],
  };
}

/** Every mutant, or some of them by a seed: each has its place by a hash of the seed and its name. */
function sampled<T extends readonly [Pick<Mutant, 'id'>, unknown]>(
  all: readonly T[],
  seed: number,
  count: number,
): readonly T[] {
  const place = ({ id }: Pick<Mutant, 'id'>): number =>
    [...Buffer.from(`${seed}${id}`)].reduce((hash, byte) => (hash * 31 + byte) % 1_000_003, 7);
  return count >= whole ? all : all.toSorted(([a], [b]) => place(a) - place(b)).slice(0, Math.ceil(count / 9));
}

/** What the other judges find; nothing is known in the small run. */
function others(
  mutants: readonly Mutant[],
  template: Mutant['template'],
  judges: typeof otherJudges | undefined,
): Pick<Score, 'nag' | 'cdk'> {
  if (judges === undefined) return {};
  const killedBy = (judge: Judge): number => {
    const [before = new Set<string>(), ...after] = judge([template, ...mutants.map((mutant) => mutant.template)]);
    return after.filter((found) => [...found].some((one) => !before.has(one))).length;
  };
  return { nag: killedBy(judges.judgedByNag), cdk: killedBy(judges.judgedByCdk) };
}

function report(counts: Map<string, number>, family: string, { mutants, killed, nag, cdk, pulumi }: Score): void {
  add(counts, `${family}: mutants`, mutants);
  add(counts, `${family}: found by the kit`, killed);
  if (pulumi !== undefined) add(counts, `${family}: found in the form of Pulumi`, pulumi);
  if (nag !== undefined) add(counts, `${family}: found by cdk-nag`, nag);
  if (cdk !== undefined) add(counts, `${family}: found by the validator of the CDK`, cdk);
}

function add(counts: Map<string, number>, name: string, times: number): void {
  counts.set(name, (counts.get(name) ?? 0) + times);
}

function sum(scores: readonly Score[]): Score {
  const total = (of: (score: Score) => number): number => scores.reduce((all, score) => all + of(score), 0);
  const asked = scores.every(({ nag }) => nag !== undefined);
  return {
    mutants: total(({ mutants }) => mutants),
    killed: total(({ killed }) => killed),
    ...(asked ? { nag: total(({ nag = 0 }) => nag), cdk: total(({ cdk = 0 }) => cdk) } : {}),
  };
}

function below(
  scores: readonly (readonly [string, Score])[],
  totals: readonly (readonly [string, Score])[],
  survivors: readonly string[],
): readonly Counterexample[] {
  const weak = [
    ...scores.filter(([, { killed, mutants }]) => killed < bars.family * mutants),
    ...totals.filter(([, { killed, mutants }]) => killed < bars.overall * mutants),
  ];
  return weak.map(([family, { killed, mutants }]) => ({
    case: survivors.filter((id) => family.startsWith('overall') || id.startsWith(`${family}/`)).join('; '),
    problem: `${killed} of ${mutants} mutants of ${family} are found`,
  }));
}
