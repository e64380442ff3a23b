import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reviewOf } from '../../../bin/diff/compare';
import type { CompareOptions } from '../../../bin/diff/sides';
import { readSides } from '../../../bin/diff/sides';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bad-')));
const write = (name: string, content: unknown): string => {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const topic = { Resources: { A: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'a' } } } };
const good = write('good.json', topic);
const sides = (options: Partial<CompareOptions>) =>
  readSides({ base: good, files: [good], config: 'llmops.config.ts', cwd: folder, ...options });
const codes = async (options: Partial<CompareOptions>): Promise<readonly string[]> =>
  (await sides(options)).issues.map(({ code }) => code);

test.each<readonly [string, unknown, readonly string[]]>([
  ['no text', '', ['InvalidTemplate']],
  ['damaged JSON', '{"Resources": {', ['MalformedText']],
  ['a graph of an unknown version', { version: 2, resources: [] }, ['DocumentVersionUnsupported']],
  ['a graph whose nodes are none', { version: 1, resources: [{ address: 7 }] }, ['InvalidGraphNode']],
  ['a state of another version', { version: 9, deployment: { resources: [] } }, ['DocumentVersionUnsupported']],
])('%s is refused on either side and as what is live', async (_title, content, expected) => {
  const bad = write('bad.json', content);
  for (const option of [{ base: bad }, { files: [bad] }, { deployed: [bad] }])
    expect([...new Set(await codes(option))]).toEqual(expected);
});

test('a file of 50 MB is refused by its size alone', async () => {
  const large = write('large.json', '{"Resources":');
  truncateSync(large, 50_000_000);
  expect(await codes({ base: large })).toEqual(['FileTooLarge']);
  expect(await codes({ deployed: [large] })).toEqual(['FileTooLarge']);
});

test('problems of both sides are reported in one run', async () => {
  expect(await codes({ base: write('one.json', '{'), files: [write('two.json', '[7')] })).toEqual([
    'MalformedText',
    'MalformedText',
  ]);
});

test('resources that refer to each other in a circle are compared, and the comparison ends', async () => {
  const circle = (size: string): object => ({
    Resources: {
      A: { Type: 'AWS::SNS::Topic', Properties: { TopicName: size, DisplayName: { Ref: 'B' } } },
      B: { Type: 'AWS::SNS::Topic', Properties: { TopicName: { Ref: 'A' } } },
    },
  });
  const read = await sides({ base: write('circle1.json', circle('a')), files: [write('circle2.json', circle('b'))] });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  expect(reviewOf(read.value).changes.map(({ kind, address }) => `${kind} ${address}`)).toEqual([
    'replace circle2/A',
    'replace circle2/B',
  ]);
});

test('names of every object are names of resources and properties like any other', async () => {
  const named = (value: string): string =>
    `{"Resources":{"__proto__":{"Type":"AWS::SNS::Topic","Properties":{"DisplayName":"${value}"}},` +
    `"constructor":{"Type":"toString","Properties":{"__proto__":{"polluted":"${value}"},"hasOwnProperty":1}}}}`;
  const read = await sides({ base: write('names1.json', named('a')), files: [write('names2.json', named('b'))] });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  expect(reviewOf(read.value).changes.map(({ address }) => address)).toEqual([
    'names2/__proto__',
    'names2/constructor',
  ]);
  expect({}).not.toHaveProperty('polluted');
});

test('a commit without the config, and a clone without the commit, say so', async () => {
  const git = (...args: readonly string[]): void => {
    const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
    execFileSync('git', [...identity, ...args], { cwd: folder, stdio: 'ignore' });
  };
  git('init', '-q', '-b', 'main');
  git('add', 'good.json');
  git('commit', '-q', '-m', 'first');
  expect(await codes({ base: 'main', files: [], config: 'llmops.config.ts' })).toEqual([
    'NotInCommit',
    'ConfigNotFound',
  ]);
  expect(await codes({ base: 'no-such-branch' })).toEqual(['UnknownReference']);
  git('commit', '-q', '--allow-empty', '-m', 'second');
  git('clone', '-q', '--depth', '1', `file://${folder}`, 'shallow');
  expect(await codes({ base: 'HEAD~1', cwd: join(folder, 'shallow') })).toEqual(['ShallowClone']);
});
