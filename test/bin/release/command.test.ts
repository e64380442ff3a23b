import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { register as registerRelease } from '../../../bin/release/command';
import { register as registerSeal } from '../../../bin/seal/command';
import { sha256 } from '../../../lib/release/canonical-json';
import { root } from '../../helpers/command';
import type { Ran } from '../../helpers/terminal';
import { ranWith } from '../../helpers/terminal';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'llmops-release-')));
const config = join(folder, 'llmops.config.ts');
const changed = join(folder, 'changed.config.ts');
const releases = join(folder, 'releases');
const documents = join(folder, 'documents');
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function git(...args: readonly string[]): void {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...identity, ...args], { cwd: folder, stdio: 'ignore' });
}

/** The smallest platform, in a repository of its own. */
function configText(change: string): string {
  return `import tiny from ${JSON.stringify(join(root, 'examples/tiny/llmops.config'))};\nexport default { ...tiny, ${change} };\n`;
}

beforeAll(() => {
  mkdirSync(documents);
  writeFileSync(join(folder, 'package-lock.json'), '{}');
  writeFileSync(config, configText(''));
  writeFileSync(changed, configText(`owner: { ...tiny.owner, costCenter: 'CC-2' }`));
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'first');
});

const run = (...args: readonly string[]): Promise<Ran> => ranWith([registerSeal, registerRelease], args);

const sealing = (...more: readonly string[]): Promise<Ran> =>
  run('seal', '--out', releases, '--config', config, ...more);
const files = (): readonly string[] => readdirSync(releases).toSorted();

test('a clean tree is sealed under the hash of its content, and again under the same', async () => {
  const { code, out, err } = await sealing();
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const [file = ''] = files();
  expect(file).toBe(`rel-${sha256(readFileSync(join(releases, file)))}.json`);
  expect(out.split('\n')[0]).toBe(file.replace('.json', ''));
  expect(out).toContain('model chat: Qwen/Qwen3-8B at 0123456789ab');
  expect(out).toMatch(/environment dev: \d+ stacks and stages, 1 images?, resources sha256:[0-9a-f]{12}/);
  await sealing();
  expect(files()).toEqual([file]);
  expect((await run('release', 'verify', join(releases, file), '--tree', '--config', config)).out).toBe(
    'no difference\n',
  );
});

test('another config is another release, and the difference says what changed in which environment', async () => {
  const [before = ''] = files();
  await sealing('--config', changed);
  const after = files().find((file) => file !== before) ?? '';
  const { code, out } = await run('release', 'diff', join(releases, before), join(releases, after));
  expect(code).toBe(1);
  const paths = out.split('\n').filter((line) => /^[a-z]/.test(line));
  expect(paths.slice(0, 2)).toEqual(['environments.dev.graph', 'environments.dev.plan']);
  for (const path of paths.slice(2)) expect(path).toMatch(/^environments\.dev\.units\.aws\//);
  const old = await run('release', 'verify', join(releases, before), '--tree', '--json', '--config', changed);
  expect(old.code).toBe(1);
  const { differences } = JSON.parse(old.out) as { differences: readonly { path: string }[] };
  expect(differences.map(({ path }) => path)).toEqual(paths);
});

test('a tree that is not clean, a missing lockfile and unknown documents are refused at once, and nothing is written', async () => {
  const before = files();
  renameSync(join(folder, 'package-lock.json'), join(folder, 'renamed.json'));
  const { code, err } = await sealing('--documents', `handbook=${documents}`);
  renameSync(join(folder, 'renamed.json'), join(folder, 'package-lock.json'));
  expect(code).toBe(2);
  expect(err).toContain('"package-lock.json, renamed.json"');
  for (const refused of ['TreeNotClean', 'LockfileMissing', 'DocumentsInvalid']) expect(err).toContain(`[${refused}]`);
  expect(files()).toEqual(before);
});

test('a release that was changed is refused by each command', async () => {
  const [file = ''] = files();
  const kept = join(releases, file);
  const text = readFileSync(kept, 'utf8');
  writeFileSync(kept, text.replace('assistant', 'assistent'));
  for (const args of [
    ['show', kept],
    ['diff', kept, kept],
    ['verify', kept],
  ]) {
    const { code, err, out } = await run('release', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('[ReleaseTampered]');
  }
  writeFileSync(kept, text);
  expect((await run('release', 'show', kept)).out).toContain('assistant, commit ');
  expect((await run('release', 'verify', join(releases, 'rel-absent.json'))).err).toContain('[ReleaseInvalid]');
});
