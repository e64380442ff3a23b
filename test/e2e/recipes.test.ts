import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { node, root } from '../helpers/command';
import { applyEdit, readRecipes } from '../helpers/recipes';

/*
 * Follows CONTRIBUTING.md literally, all recipes in one copy of the tree: one run of the compiler and one of the tests
 * prove them together. Two that touch the same line would fail here, as they would in two pull requests.
 */
const recipes = readRecipes(readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8'));
const copy = mkdtempSync(join(tmpdir(), 'llmops-recipes-'));

beforeAll(() => {
  // With files that are not committed yet, so that a change can be tried before it is.
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  for (const file of listed.toString('utf8').split('\0')) {
    if (file !== '') cpSync(join(root, file), join(copy, file));
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

test('there are six recipes, and each names its files and its tests', () => {
  expect(recipes.map(({ title }) => title)).toEqual([
    'a noun on both clouds',
    'a review rule',
    'a command of the CLI',
    'a model',
    'an instance type',
    'a service of the local cloud',
  ]);
  for (const { edits, tests } of recipes) {
    expect(edits.length).toBeGreaterThan(0);
    expect(tests.length).toBeGreaterThan(0);
  }
});

test('each recipe compiles as written, and the tests that it names pass', async () => {
  for (const { edits } of recipes) for (const edit of edits) applyEdit(copy, edit);
  for (const script of new Set(recipes.flatMap(({ scripts }) => scripts))) {
    execFileSync('npm', ['run', '--silent', script], { cwd: copy });
  }
  const types = await node(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', '--incremental', 'false'], {
    cwd: copy,
  });
  expect(types).toEqual({ code: 0, stdout: '', stderr: '' });
  const named = recipes.flatMap(({ tests }) => tests);
  const run = await node(['node_modules/jest/bin/jest.js', ...named, '--json', '--silent'], { cwd: copy });
  const report = JSON.parse(run.stdout) as {
    readonly numFailedTests: number;
    readonly testResults: readonly { readonly name: string; readonly status: string; readonly message: string }[];
  };
  expect(report.testResults.filter(({ status }) => status !== 'passed').map(({ message }) => message)).toEqual([]);
  // A name that matches no file would pass as a run of the others.
  const ran = report.testResults.map(({ name }) => name);
  expect(named.filter((name) => !ran.some((file) => file.includes(name)))).toEqual([]);
});
