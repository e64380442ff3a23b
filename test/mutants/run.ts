import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import accepted from './accepted.json';
import type { MutationReport } from './report';
import { score } from './report';
import { sampledRanges } from './sample';

/*
 * `npm run mutate [-- --all | --room lib/plan | --room lib/plan --files 'lib/plan/tier.ts']`: changes the code of a room
 * in small ways and counts what its tests notice. Without options: the rooms that changed since main. Stryker keeps the
 * results of unchanged mutants in out/mutants, so a second run is short. A large room takes hours: `--sample 10 --seed 1`
 * takes each of its declarations with a chance of 10 %, the same ones on every run.
 */
const root = resolve(__dirname, '../..');
const lowest = 85;

/** Rooms whose tests must notice, with the folders of those tests. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  'lib/platform': ['test/lib/platform'],
  'lib/plan': ['test/lib/plan'],
  'lib/graph': ['test/lib/graph'],
  'lib/review': ['test/lib/review'],
  'lib/local/aws/cloudformation': ['test/lib/local/aws'],
};

function changedRooms(): readonly string[] {
  const git = spawnSync('git', ['diff', '--name-only', 'main', '--', 'lib'], { cwd: root, encoding: 'utf8' });
  if (git.status !== 0) throw new Error(`git diff: ${git.stderr}`);
  return Object.keys(rooms).filter((room) => git.stdout.split('\n').some((file) => file.startsWith(`${room}/`)));
}

/** All files of a room, or a sample of its code. */
function mutated(room: string, sample: string | undefined, seed: string): string {
  if (sample === undefined) return `${room}/**/*.ts`;
  const files = readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${room}/${file}`);
  return sampledRanges(files, { percent: Number(sample), seed: Number(seed) }).join(',');
}

function stryker(room: string, files: string): MutationReport {
  const name = room.replaceAll('/', '-');
  const reportFile = join(root, 'out/mutants', `${name}.json`);
  const config = join(root, 'out/mutants', `${name}.config.json`);
  mkdirSync(join(root, 'out/mutants'), { recursive: true });
  writeFileSync(
    config,
    JSON.stringify({
      testRunner: 'jest',
      // Only test files that import the mutated file are loaded, which takes a third of the time.
      jest: { projectType: 'custom', configFile: 'test/mutants/jest.config.js', enableFindRelatedTests: true },
      coverageAnalysis: 'perTest',
      mutate: files.split(','),
      // Texts and patterns are reviewed, not tested word by word; literals of objects are mostly such texts.
      mutator: { excludedMutations: ['StringLiteral', 'Regex', 'ObjectLiteral'] },
      incremental: true,
      incrementalFile: `out/mutants/${name}.incremental.json`,
      reporters: ['json', 'progress-append-only'],
      jsonReporter: { fileName: reportFile },
      // On a busy machine a slow test must not count as a mutant that hangs.
      timeoutMS: 60_000,
      tempDirName: 'out/stryker',
      ignorePatterns: ['dist', 'cdk.out', 'out', 'docs/api'],
    }),
  );
  const run = spawnSync(
    process.execPath,
    [join(root, 'node_modules/@stryker-mutator/core/bin/stryker.js'), 'run', config],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, LLMOPS_MUTANT_TESTS: (rooms[room] ?? []).join(' ') },
    },
  );
  if (run.status !== 0 || !existsSync(reportFile)) throw new Error(`stryker ended with ${String(run.status)}`);
  return JSON.parse(readFileSync(reportFile, 'utf8')) as MutationReport;
}

function main(): void {
  const { values } = parseArgs({
    options: {
      all: { type: 'boolean', default: false },
      room: { type: 'string', multiple: true },
      files: { type: 'string' },
      sample: { type: 'string' },
      seed: { type: 'string', default: '1' },
    },
  });
  const chosen = values.room ?? (values.all ? Object.keys(rooms) : changedRooms());
  for (const room of chosen) {
    if (rooms[room] === undefined) throw new Error(`no room '${room}': one of ${Object.keys(rooms).join(', ')}`);
    const started = process.hrtime.bigint();
    const { killed, survivors, percent } = score(
      stryker(room, values.files ?? mutated(room, values.sample, values.seed)),
      accepted,
    );
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    for (const { file, line, mutator, original, replacement } of survivors)
      console.log(`${file}:${line} ${mutator}\n  - ${original}\n  + ${replacement}`);
    const drawn = values.sample === undefined ? '' : `, a sample of ${values.sample} % with seed ${values.seed}`;
    console.log(
      `${room}: ${percent.toFixed(1)} % of ${killed + survivors.length} killed${drawn}, ${seconds.toFixed(0)} s`,
    );
    if (percent < lowest) process.exitCode = 1;
  }
  if (chosen.length === 0) console.log('no room changed');
}

main();
