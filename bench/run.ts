import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { machine, race, round3 } from './measure';
import type { Timing } from './measure';

/*
 * `npm run bench [-- rounds]`: start-up, synthesis against the same resources by hand, the Azure program against the
 * same resources raw, and a rehearsal from nothing. Ratios come from interleaved runs on one machine; seconds say which.
 */
const rounds = Number(process.argv[2] ?? 5);
const root = resolve(__dirname, '..');
const work = mkdtempSync(join(tmpdir(), 'llmops-bench-'));
const tsx = ['--require', 'tsx/cjs'];

function ratio(timings: readonly Timing[], name: string, to: string): number {
  const find = (wanted: string): number => timings.find((timing) => timing.name === wanted)?.median ?? Number.NaN;
  return round3(find(name) / find(to));
}

function synth(validation: boolean): object {
  const reference = join(work, 'reference');
  const env = { CDK_VALIDATION: String(validation) };
  const ours = { name: 'llmops-kit', args: [...tsx, 'bin/aws.ts'], env: { ...env, CDK_OUTDIR: reference } };
  spawnSync(process.execPath, ours.args, { cwd: root, env: { ...process.env, ...ours.env, CDK_VALIDATION: 'false' } });
  const byHand = (style: string) => ({
    name: style,
    args: [...tsx, 'bench/synth/by-hand.ts', reference, style, join(work, style)],
    env,
  });
  const timings = race(
    [{ ...ours, env: { ...env, CDK_OUTDIR: join(work, 'ours') } }, byHand('typed'), byHand('generic')],
    rounds,
  );
  return {
    timings,
    ratioToTypedL1: ratio(timings, 'llmops-kit', 'typed'),
    ratioToGenericL1: ratio(timings, 'llmops-kit', 'generic'),
  };
}

function startUp(): object {
  const timings = race(
    [
      { name: 'node', args: ['--eval', '0'] },
      { name: 'node with tsx', args: [...tsx, '--eval', '0'] },
      { name: 'llmops --version of nothing', args: ['bin/llmops.js', 'estimate', '--help'] },
      { name: 'llmops plan', args: ['bin/llmops.js', 'plan', '--json'] },
    ],
    rounds,
  );
  return { timings };
}

function azure(): object {
  const recording = join(work, 'recording.json');
  spawnSync(process.execPath, [...tsx, 'bench/azure/ours.ts', recording], { cwd: root });
  const timings = race(
    [
      { name: 'llmops-kit', args: [...tsx, 'bench/azure/ours.ts'] },
      { name: 'raw', args: [...tsx, 'bench/azure/raw.ts', recording] },
    ],
    rounds,
  );
  return { timings, ratioToRaw: ratio(timings, 'llmops-kit', 'raw') };
}

function rehearsal(): object {
  const timings = race(
    [{ name: 'rehearse dev', args: ['bin/llmops.js', 'rehearse', '--env', 'dev', '--out', join(work, 'out')] }],
    1,
  );
  return { timings, targetSeconds: 90 };
}

process.chdir(root);
try {
  const results = {
    command: `npm run bench -- ${rounds}`,
    machine: machine(),
    startUp: startUp(),
    synthWithoutValidation: synth(false),
    synthWithValidation: synth(true),
    azureProgram: azure(),
    rehearsal: rehearsal(),
  };
  mkdirSync(join(__dirname, 'results'), { recursive: true });
  writeFileSync(join(__dirname, 'results', 'platform.json'), `${JSON.stringify(results, undefined, 2)}\n`);
  console.log(JSON.stringify(results, undefined, 2));
} finally {
  rmSync(work, { recursive: true, force: true });
}
