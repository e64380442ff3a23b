import { mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reviewOf } from '../../../bin/diff/compare';
import { deployedAws } from '../../../bin/diff/deployed-aws';
import { readSides } from '../../../bin/diff/sides';
import type { LocalAws } from '../../../lib/local/aws';
import { startLocalAws } from '../../../lib/local/aws';
import { llmops } from '../../helpers/command';
import { testAccount, testRegion } from '../../lib/local/aws/engine';
import { client } from '../../lib/local/aws/wire';

let cloud: LocalAws;
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'deployed-')));
const file = join(folder, 'assistant.json');
const parameter = (Name: string, Value: string) => ({
  Type: 'AWS::SSM::Parameter',
  Properties: { Name, Type: 'String', Value },
});
const template = (limit: string) => ({
  Resources: { Limit: parameter('/limit', limit), Model: parameter('/model', 'a'), Gone: parameter('/gone', '1') },
});

beforeAll(async () => {
  cloud = await startLocalAws();
  const calls = client(cloud, testAccount, testRegion);
  await calls.query('cloudformation', 'CreateStack', {
    StackName: 'assistant',
    TemplateBody: JSON.stringify(template('10')),
  });
  await calls.ssm('PutParameter', { Name: '/limit', Value: '99', Overwrite: true });
  await calls.ssm('PutParameter', { Name: '/model', Value: 'b', Overwrite: true });
  await calls.ssm('DeleteParameter', { Name: '/gone' });
  writeFileSync(file, JSON.stringify(template('20')));
});
afterAll(() => cloud.close());

const source = () => ({
  local: { endpoint: cloud.url, accessKeyId: cloud.env(testAccount, testRegion)['AWS_ACCESS_KEY_ID'] ?? '' },
});
const wanted = { environment: 'file', stack: 'assistant', name: 'assistant', region: testRegion };

test('a stack that was changed by hand is read with what is live, and a stack that is not there has no resources', async () => {
  const read = await deployedAws([wanted, { ...wanted, stack: 'other', name: 'other' }], source());
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const { graph, live, unread } = read.value;
  expect(graph.map(({ address }) => address)).toEqual(['assistant/Gone', 'assistant/Limit', 'assistant/Model']);
  expect(live.unverified).toEqual([]);
  expect(unread).toEqual([]);
  expect(live.changes.toSorted((a, b) => (a.address < b.address ? -1 : 1))).toMatchObject([
    { address: 'assistant/Gone', kind: 'deleted' },
    { address: 'assistant/Limit', properties: [{ path: 'Value', released: '10', live: '99' }] },
    { address: 'assistant/Model', properties: [{ path: 'Value', released: 'a', live: 'b' }] },
  ]);
});

test('the command says what the deployment does to each change, and that an account was asked', async () => {
  const env = { ...cloud.env(testAccount, testRegion), AWS_REGION: testRegion };
  const run = await llmops(['diff', '--base', 'deployed', 'assistant.json', '--region', testRegion], {
    cwd: folder,
    env,
  });
  expect(run.stderr).toBe('');
  expect(run.stdout).toContain('deployed → assistant.json (live state read)');
  expect(run.stdout).toMatch(/Limit Value: changed by hand: 99 in place of 10; this deployment overwrites it with 20/);
  expect(run.stdout).toMatch(/Model Value: changed by hand: b in place of a; this deployment keeps it/);
  expect(run.stdout).toMatch(/Gone: deleted by hand; this deployment does not notice, and it stays deleted/);
  expect(run.code).toBe(1);
});

test('an endpoint that does not answer leaves the stack unread: nothing is called new', async () => {
  const read = await deployedAws([wanted], { local: { endpoint: 'http://127.0.0.1:9', accessKeyId: 'x' } });
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  expect(read.value).toMatchObject({ graph: [], unread: [{ stack: 'assistant' }] });
  expect(read.value.live.unverified[0]).toMatch(/^assistant in eu-central-1 was not read: /);
});

test('drift in a file is used without asking, beside any base', async () => {
  const drifts = join(folder, 'drifts.json');
  const { text } = await client(cloud, testAccount, testRegion).query('cloudformation', 'DescribeStacks', {
    StackName: 'assistant',
  });
  const StackId = /<StackId>(.*?)</.exec(text)?.[1] ?? '';
  const found = {
    StackId,
    LogicalResourceId: 'Model',
    ResourceType: 'AWS::SSM::Parameter',
    StackResourceDriftStatus: 'MODIFIED',
    PropertyDifferences: [
      { PropertyPath: '/Value', ExpectedValue: 'a', ActualValue: 'b', DifferenceType: 'NOT_EQUAL' },
    ],
  };
  writeFileSync(drifts, JSON.stringify({ StackResourceDrifts: [found] }));
  writeFileSync(join(folder, 'former.json'), JSON.stringify(template('10')));
  const sides = await readSides({
    base: join(folder, 'former.json'),
    deployed: [drifts],
    files: [file],
    config: 'llmops.config.ts',
    cwd: folder,
  });
  if (!sides.ok) throw new Error(JSON.stringify(sides.issues));
  expect(reviewOf(sides.value).concerns.filter(({ code }) => code === 'ChangedByHand')).toMatchObject([
    { address: 'assistant/Model', path: 'Value', before: 'b', after: 'a' },
  ]);
});

test('templates without a region are refused', async () => {
  const sides = await readSides({ base: 'deployed', files: [file], config: 'llmops.config.ts', cwd: folder });
  expect(sides.issues).toMatchObject([{ code: 'OptionMissing', path: '--region' }]);
});
