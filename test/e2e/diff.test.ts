import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Review } from '../../lib/review/report';
import { llmops } from '../helpers/command';

function temporaryFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'diff-')));
}

function template(file: string, dimension: number, more: object = {}): void {
  const resources = {
    Index: {
      Type: 'AWS::S3Vectors::Index',
      Properties: { IndexName: 'documents', VectorBucketName: 'vectors', Dimension: dimension },
      DeletionPolicy: 'Delete',
    },
    ...more,
  };
  writeFileSync(file, JSON.stringify({ Resources: resources }));
}

function git(folder: string, ...args: readonly string[]): void {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...identity, ...args], { cwd: folder, stdio: 'ignore' });
}

test('two templates are one stack, whatever their names, and the replacement of an index is named with its cause', async () => {
  const folder = temporaryFolder();
  template(join(folder, 'old.json'), 1024);
  template(join(folder, 'new.json'), 512);
  const run = await llmops(['diff', '--base', 'old.json', 'new.json'], { cwd: folder });
  expect(run.stderr).toBe('');
  expect(run.stdout).toContain('old.json → new.json (offline)');
  expect(run.stdout).toMatch(
    /^replace +file aws new\/Index AWS::S3Vectors::Index: loses its data; Dimension 1024 → 512$/m,
  );
});

test('a template that the kit did not write is priced, and what has no price is named', async () => {
  const folder = temporaryFolder();
  const config = (count: number): object => ({
    Config: {
      Type: 'AWS::SageMaker::EndpointConfig',
      Properties: {
        ProductionVariants: [
          { VariantName: 'all', ModelName: 'm', InstanceType: 'ml.g6e.2xlarge', InitialInstanceCount: count },
        ],
      },
    },
  });
  template(join(folder, 'old.json'), 1024, config(1));
  template(join(folder, 'new.json'), 1024, {
    ...config(3),
    Answers: { Type: 'AWS::SageMaker::MlflowTrackingServer', Properties: {} },
  });
  const run = await llmops(['diff', '--base', 'old.json', 'new.json', '--region', 'us-east-1', '--json'], {
    cwd: folder,
  });
  const { money } = JSON.parse(run.stdout) as Review;
  const [priced, unpriced] = [money.find(({ unknown }) => unknown === undefined), money.find(({ unknown }) => unknown)];
  expect(priced).toMatchObject({ address: 'new/Config', inputs: { item: 'ml.g6e.2xlarge', count: 3, hours: 730 } });
  expect(priced?.after).toBeCloseTo(3 * (priced?.before ?? 0));
  expect(unpriced).toMatchObject({ address: 'new/Answers', unknown: 'the catalogue has no price of it' });
});

test('a commit is the base of a file: index and work tree stay as they are', async () => {
  const folder = temporaryFolder();
  const nested = join(folder, 'infra');
  mkdirSync(nested);
  git(folder, 'init', '-q', '-b', 'main');
  template(join(nested, 'stack.json'), 1024);
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'first');
  template(join(nested, 'stack.json'), 1024, { Topic: { Type: 'AWS::SNS::Topic' } });
  git(folder, 'add', '-A');
  const status = () => execFileSync('git', ['status', '--porcelain'], { cwd: folder }).toString();
  const before = status();
  const run = await llmops(['diff', '--base', 'main', 'stack.json', '--json'], { cwd: nested });
  expect(JSON.parse(run.stdout)).toMatchObject({
    version: 1,
    base: expect.stringMatching(/^main \([0-9a-f]{8}\)$/) as string,
    changes: [{ kind: 'create', address: 'stack/Topic' }],
  });
  expect(status()).toBe(before);
  expect(await llmops(['diff', '--base', 'main', 'other.json'], { cwd: nested })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('[NotInCommit]') as string,
  });
  const shallow = join(folder, 'shallow');
  git(folder, 'commit', '-q', '-m', 'second');
  git(folder, 'clone', '-q', '--depth', '1', `file://${folder}`, shallow);
  expect(await llmops(['diff', '--base', 'HEAD~1', 'infra/stack.json'], { cwd: shallow })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('[ShallowClone]') as string,
  });
});

test.each([
  ['no base', ['diff', 'a.json'], 'OptionMissing'],
  ['a base outside of a repository', ['diff', '--base', 'main', 'a.json'], 'GitRepositoryMissing'],
  ['a file that is not there', ['diff', '--base', 'a.json', 'b.json'], 'FileUnreadable'],
  ['a base like an option of git', ['diff', '--base=--all', 'a.json'], 'GitRepositoryMissing'],
])('%s is refused with its code', async (_title, args, code) => {
  const folder = temporaryFolder();
  template(join(folder, 'a.json'), 1024);
  const run = await llmops(args, { cwd: folder, env: { GIT_CEILING_DIRECTORIES: join(folder, '..') } });
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toContain(`[${code}]`);
});

test('a config of a commit is planned by the code of today, and its decisions are compared', async () => {
  const folder = temporaryFolder();
  const config = (peak: number) =>
    `module.exports = ${JSON.stringify({
      name: 'assistant',
      owner: { team: 'ai', costCenter: 'CC-1', contact: 'ai@example.com' },
      dataClass: 'internal',
      environments: {
        dev: { tier: 'development', aws: { account: '111111111111', region: 'eu-central-1', cidr: '10.20.0.0/16' } },
      },
      models: {
        chat: { kind: 'open-weights', id: 'Qwen/Qwen3-8B', revision: '0123456789abcdef0123456789abcdef01234567' },
      },
      endpoints: {
        chat: {
          model: 'chat',
          clouds: ['aws'],
          traffic: { peakConcurrency: peak, inputTokens: 1000, outputTokens: 250 },
          serving: { engine: 'vllm', version: '0.27.1', imageDigest: { aws: `sha256:${'0'.repeat(62)}a1` } },
        },
      },
    })};`;
  git(folder, 'init', '-q', '-b', 'main');
  writeFileSync(join(folder, 'llmops.config.js'), config(8));
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'first');
  writeFileSync(join(folder, 'llmops.config.js'), config(8).replace('10.20.', '10.30.'));
  const run = await llmops(['diff', '--base', 'HEAD', '--config', 'llmops.config.js', '--json'], { cwd: folder });
  expect(run.stderr).not.toContain('error');
  const review = JSON.parse(run.stdout) as { decisions: { path: string }[]; changes: { address: string }[] };
  expect(review.decisions.map(({ path }) => path)).toContain('aws.foundation.network.cidr');
  expect(review.changes.length).toBeGreaterThan(0);
});

test('a review writes every format, and the same input gives the same bytes', async () => {
  const folder = temporaryFolder();
  template(join(folder, 'old.json'), 1024);
  template(join(folder, 'new.json'), 512);
  const formats = 'text,md,json,sarif,junit,html,github';
  const args = (out: string) => ['review', '--base', 'old.json', 'new.json', '--format', formats, '--out', out];
  const [first, second] = [await llmops(args('a'), { cwd: folder }), await llmops(args('b'), { cwd: folder })];
  expect(first).toMatchObject({ code: 4, stdout: '' });
  expect(second.code).toBe(4);
  const names = readdirSync(join(folder, 'a')).toSorted();
  expect(names).toEqual([
    'annotations.txt',
    'review.html',
    'review.json',
    'review.junit.xml',
    'review.md',
    'review.sarif',
    'review.txt',
  ]);
  for (const name of names) {
    const text = readFileSync(join(folder, 'a', name), 'utf8');
    expect(text).toContain('Dimension');
    expect(readFileSync(join(folder, 'b', name), 'utf8')).toBe(text);
  }
  expect(await llmops(['review', '--base', 'old.json', 'new.json', '--format', 'pdf'], { cwd: folder })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('[WrongUsage]') as string,
  });
});
