import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { llmops, root } from '../helpers/command';

const page = readFileSync(join(root, 'docs/ci.md'), 'utf8');
const recipes = [...page.matchAll(/```yaml\n([^]*?)```/g)].map(([, text = '']) => text);
const commands = [...new Set([...page.matchAll(/npx llmops (.+?) \|\| code=\$\?/g)].map(([, words = '']) => words))];

test('every recipe is YAML, and all of them run one command', () => {
  expect(recipes).toHaveLength(3);
  for (const recipe of recipes) {
    expect(parseDocument(recipe).errors).toEqual([]);
    expect(recipe).toContain('npx llmops review');
  }
  expect(commands).toHaveLength(1);
});

test('the command of the recipes writes the files that they name, and the digest is the same again', async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'ci-')));
  const git = (...args: readonly string[]): void => {
    const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
    execFileSync('git', [...identity, ...args], { cwd: folder, stdio: 'ignore' });
  };
  const config = (costCenter: string): string =>
    `import tiny from ${JSON.stringify(join(root, 'examples/tiny/llmops.config'))};
export default { ...tiny, owner: { ...tiny.owner, costCenter: '${costCenter}' } };
`;
  writeFileSync(join(folder, 'llmops.config.ts'), config('CC-1'));
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'first');
  writeFileSync(join(folder, 'llmops.config.ts'), config('CC-2'));
  const args = (commands[0] ?? '').replace('"$BASE"', 'main').split(' ');
  const digests: (string | undefined)[] = [];
  for (let round = 0; round < 2; round += 1) {
    const run = await llmops(args, { cwd: folder });
    expect(run.code).toBeLessThanOrEqual(1);
    digests.push(/sha256:[0-9a-f]{64}/.exec(readFileSync(join(folder, 'review/review.md'), 'utf8'))?.[0]);
  }
  expect(digests[0]).toBeDefined();
  expect(digests[1]).toBe(digests[0]);
  const files = new Set(readdirSync(join(folder, 'review')).map((name) => `review/${name}`));
  for (const [name] of page.matchAll(/review\/[\w.]+(?:md|sarif|xml|txt)/g)) expect(files).toContain(name);
});
