import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AskedPermission, LocalAws } from '../../lib/local/aws';
import { startLocalAws } from '../../lib/local/aws';
import type { Ended } from '../helpers/command';
import { llmops, root } from '../helpers/command';
import { bringTestWeights, devPlan } from '../helpers/test-weights';

/* Deployments and deletions with the rights that `llmops bootstrap` generates, on a local cloud that asks for everything. */
const folder = mkdtempSync(join(tmpdir(), 'llmops-rights-'));
const state = join(folder, 'cloud');
const asked: AskedPermission[] = [];
let cloud: LocalAws;
beforeAll(async () => {
  cloud = await startLocalAws({ state, onAsked: (one) => asked.push(one) });
});
afterAll(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true, force: true });
});

function denied(): readonly string[] {
  return asked.flatMap(({ outcome, action, resource }) => (outcome === 'allowed' ? [] : [`${action} on ${resource}`]));
}

const stacks = ['foundation', 'integration', 'knowledge', 'deployment', 'tuning', 'observability'];
const aws = stacks.map((name) => `aws/${name}`);
const said = ({ code, stdout, stderr }: Ended, expected: number): unknown =>
  code === expected ? { code } : { code, stdout, stderr };

test.each(['qa', 'prod'])(
  '%s goes up with the generated rights, and down as far as it may',
  async (name) => {
    const at = ['--env', name, '--local', '--state', state];
    expect(said(await llmops(['deploy', ...at, '--only', ...aws]), 4)).toEqual({ code: 4 });
    await bringTestWeights(cloud, await devPlan(name));
    expect(said(await llmops(['deploy', ...at, '--only', ...aws]), 0)).toEqual({ code: 0 });
    // Production has termination protection, so nothing is deleted.
    const end = name === 'prod' ? 4 : 0;
    expect(said(await llmops(['destroy', ...at, '--yes', name]), end)).toEqual({ code: end });
    expect(denied()).toEqual([]);
    expect(asked.length).toBeGreaterThan(200);
  },
  900_000,
);

/** The tiny example with another text in the place of some. */
function tiny(name: string, from: string, to: string): string {
  const text = readFileSync(join(root, 'examples/tiny/llmops.config.ts'), 'utf8').replace(
    /from '[./]+lib/g,
    `from '${root}/lib`,
  );
  expect(text).toContain(from);
  const file = join(folder, name);
  writeFileSync(file, text.replace(from, to));
  return file;
}

const environments = 'environments: {';
const second =
  "environments: { qa: { tier: 'staging', promotesFrom: 'dev', gates: [{ kind: 'soak', hours: 4 }], aws: { account: '111111111111', region: 'eu-central-1', cidr: '10.30.0.0/16' } },";

test('no role of the bootstrap has an administrator policy', async () => {
  const config = tiny('one.config.ts', environments, environments);
  const first = await llmops(['deploy', '--env', 'dev', '--config', config, '--local', '--state', state]);
  expect(said(first, 4)).toEqual({ code: 4 });
  const toolkits = cloud.stacks().filter(({ stack }) => stack.startsWith('CDKToolkit'));
  expect(toolkits.map(({ stack }) => stack)).toEqual(expect.arrayContaining(['CDKToolkit', 'CDKToolkit-rights']));
  for (const { account, region, stack } of toolkits)
    expect(JSON.stringify(cloud.deployedTemplate({ account, region, stack }))).not.toMatch(
      /policy\/(?:AdministratorAccess|ReadOnlyAccess|PowerUserAccess)/,
    );
});

test('a second environment of the account stops before its stacks, until the account is bootstrapped again', async () => {
  const config = tiny('two.config.ts', environments, second);
  const at = ['--env', 'qa', '--config', config, '--local', '--state', state];
  const before = cloud.stacks().length;
  const stopped = await llmops(['deploy', ...at]);
  expect(said(stopped, 4)).toEqual({ code: 4 });
  expect(stopped.stdout).toMatch(/aws\/bootstrap .*lacks \d+ rights that the templates need: \S+ on arn:aws:/);
  const fix = `llmops bootstrap --env qa --config ${config} --local --state ${state}`;
  expect(stopped.stdout).toContain(`fix       ${fix}`);
  expect(cloud.stacks()).toHaveLength(before);
  const brought = await llmops([...fix.split(' ').slice(1), '--out', join(folder, 'out')]);
  expect(said(brought, 0)).toEqual({ code: 0 });
  expect(brought.stdout).toMatch(/the bootstrap stack of (?:dev, qa|qa, dev)/);
  const continued = await llmops(['deploy', ...at]);
  expect(said(continued, 4)).toEqual({ code: 4 });
  expect(continued.stdout).toMatch(/aws\/bootstrap +done before[^]*aws\/integration +done/);
  // The first environment kept its rights.
  const one = await llmops(['deploy', ...at.map((word) => (word === 'qa' ? 'dev' : word))]);
  expect(one.stdout).toMatch(/aws\/bootstrap +done before/);
  expect(denied()).toEqual([]);
});

test('a change that needs a right which the live policies lack stops before the stacks', async () => {
  const registry =
    "pipeline: { kind: 'github', repository: 'example-org/assistant', ownerId: 1, repositoryId: 2 }, models: {";
  const config = tiny('pipeline.config.ts', 'models: {', registry);
  const stopped = await llmops(['deploy', '--env', 'dev', '--config', config, '--local', '--state', state]);
  expect(said(stopped, 4)).toEqual({ code: 4 });
  expect(stopped.stdout).toMatch(/lacks \d+ rights[^\n]*iam:\w+ on /);
  expect(stopped.stdout).toMatch(/aws\/foundation +waits for aws\/bootstrap/);
});
