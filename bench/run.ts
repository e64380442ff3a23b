import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { planConfig } from '../bin/project/planned';
import { settle } from '../lib/plan';
import type { Contender } from './measure';
import { machine, race, ratio } from './measure';

/*
 * `npm run bench [-- rounds]`: start-up, synthesis against the same resources by hand, the Azure program against the
 * same resources raw, and a rehearsal from nothing. See README.md beside this file.
 */
const rounds = Number(process.argv[2] ?? 5);
const root = resolve(__dirname, '..');
const work = mkdtempSync(join(tmpdir(), 'llmops-bench-'));
const results = join(__dirname, 'results/platform.json');
/** The kit's loader of TypeScript, and the one it is built on. */
const typescript = ['--require', './bin/typescript.js'];
const tsxAlone = ['--require', 'tsx/cjs'];

/** Runs a program once for what it writes. */
function prepare(args: readonly string[], env: Readonly<Record<string, string>> = {}): void {
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', env: { ...process.env, ...env } });
  if (run.status !== 0) throw new Error(run.stderr);
}

function startUp(): object {
  const contenders = [
    { name: 'node', args: ['--eval', '0'] },
    { name: 'node with the loader', args: [...typescript, '--eval', '0'] },
    { name: 'llmops estimate --help', args: ['bin/llmops.js', 'estimate', '--help'] },
    { name: 'llmops plan --json', args: ['bin/llmops.js', 'plan', '--json'] },
  ];
  return { timings: race(contenders, rounds) };
}

/** Writes an assembly of the app and the settled plans it was made of, for the others to start from. */
async function reference(): Promise<{ readonly assembly: string; readonly plans: string }> {
  const assembly = join(work, 'reference');
  prepare(['bin/aws.js'], { CDK_OUTDIR: assembly, CDK_VALIDATION: 'false' });
  const planned = await planConfig('llmops.config.ts', root);
  if (!planned.ok) throw new Error('the reference config does not plan');
  const plans = join(work, 'plans.json');
  writeFileSync(plans, JSON.stringify(planned.value.plans.map((plan) => settle(plan))));
  return { assembly, plans };
}

async function synthesis(): Promise<{ readonly withoutValidation: object; readonly withValidation: object }> {
  const { assembly, plans } = await reference();
  const app: Contender = { name: 'llmops-kit', args: ['bin/aws.js'], env: { CDK_OUTDIR: join(work, 'app') } };
  const byHand = (style: string, loader = typescript): Contender => ({
    name: loader === typescript ? style : `${style}, tsx alone`,
    args: [...loader, 'bench/synth/by-hand.ts', assembly, style, join(work, style)],
  });
  const declared = {
    name: 'declared',
    args: [...typescript, 'bench/synth/declared.ts', plans, join(work, 'declared')],
  };
  const contenders: readonly Contender[] = [
    app,
    { ...app, name: 'llmops-kit, tsx alone', args: [...tsxAlone, 'bin/aws.ts'] },
    declared,
    byHand('typed'),
    byHand('typed', tsxAlone),
    byHand('generic'),
  ];
  const without = race(
    contenders.map((contender) => ({ ...contender, env: { ...contender.env, CDK_VALIDATION: 'false' } })),
    rounds,
  );
  const withValidation = race([app, byHand('typed')], Math.min(rounds, 3));
  return {
    withoutValidation: {
      timings: without,
      toTypedL1: ratio(without, 'llmops-kit', 'typed'),
      toTypedL1WithTsxAlone: ratio(without, 'llmops-kit', 'typed, tsx alone'),
      toDeclared: ratio(without, 'llmops-kit', 'declared'),
      declaredToTypedL1: ratio(without, 'declared', 'typed'),
      toTsxAlone: ratio(without, 'llmops-kit', 'llmops-kit, tsx alone'),
    },
    withValidation: { timings: withValidation, toTypedL1: ratio(withValidation, 'llmops-kit', 'typed') },
  };
}

function azureProgram(): object {
  const recording = join(work, 'recording.json');
  prepare([...typescript, 'bench/azure/ours.ts', recording]);
  const timings = race(
    [
      { name: 'llmops-kit', args: [...typescript, 'bench/azure/ours.ts'] },
      { name: 'llmops-kit, tsx alone', args: [...tsxAlone, 'bench/azure/ours.ts'] },
      { name: 'raw', args: [...typescript, 'bench/azure/raw.ts', recording] },
    ],
    rounds,
  );
  return {
    timings,
    toRaw: ratio(timings, 'llmops-kit', 'raw'),
    toTsxAlone: ratio(timings, 'llmops-kit', 'llmops-kit, tsx alone'),
  };
}

function rehearsal(): object {
  const args = ['bin/llmops.js', 'rehearse', '--env', 'dev', '--out', join(work, 'out')];
  return { timings: race([{ name: 'rehearse dev', args }], 1), targetSeconds: 90 };
}

async function main(): Promise<void> {
  const report = {
    command: `npm run bench -- ${rounds}`,
    machine: machine(),
    startUp: startUp(),
    synthesis: await synthesis(),
    azureProgram: azureProgram(),
    rehearsal: rehearsal(),
  };
  // As `npm run format` would write it, so that a measurement never fails the check of formats.
  const text = await format(JSON.stringify(report), { ...(await resolveConfig(results)), filepath: results });
  mkdirSync(join(results, '..'), { recursive: true });
  writeFileSync(results, text);
  console.log(text);
}

process.chdir(root);
void main().finally(() => {
  rmSync(work, { recursive: true, force: true });
});
