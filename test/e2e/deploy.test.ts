import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ended } from '../helpers/command';
import { ended, line, llmops as command, root, start } from '../helpers/command';

/*
 * An environment from nothing to nothing and up again on the local clouds, each command a process of its own. The AWS
 * endpoint runs inside of each; nothing but the state on disk joins them. strict-synth.test.ts has the same templates judged
 * by the validator of aws-cdk-lib, once.
 */
const llmops = (args: readonly string[]): Promise<Ended> => command(args, { env: { CDK_VALIDATION: 'false' } });
const folder = mkdtempSync(join(tmpdir(), 'llmops-deploy-'));
const state = join(folder, 'cloud');
const local = ['--env', 'dev', '--local', '--state', state];
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Report {
  readonly units: readonly {
    readonly id: string;
    readonly outcome: { readonly kind: string; readonly lacking?: readonly object[] };
  }[];
  readonly stays?: readonly { readonly type: string; readonly why: string }[];
}

function report({ stdout }: Ended): Report {
  return JSON.parse(stdout) as Report;
}

function kinds(run: Ended): Readonly<Record<string, string>> {
  return Object.fromEntries(report(run).units.map(({ id, outcome }) => [id, outcome.kind]));
}

const stacks = ['foundation', 'integration', 'knowledge', 'deployment', 'tuning', 'observability'].map(
  (name) => `aws/${name}`,
);
const stages = ['initialization', 'experimentation', 'evaluation', 'deployment'].map((name) => `azure/${name}`);

/** Brings the weights to both clouds with the commands that the deployment named, from a folder. */
async function bringWeights(): Promise<void> {
  const weights = join(folder, 'weights');
  mkdirSync(weights);
  writeFileSync(join(weights, 'config.json'), '{"architectures":[]}');
  for (const id of ['aws/weights/chat', 'azure/weights/chat']) {
    const pushed = await llmops(['assets', 'push', ...local, '--only', id, '--from', weights]);
    expect({ code: pushed.code, stderr: pushed.code === 0 ? '' : pushed.stderr }).toEqual({ code: 0, stderr: '' });
  }
}

test('an order that cannot work is refused before anything runs', async () => {
  const refused = await llmops(['deploy', ...local, '--only', 'aws/deployment', '--json']);
  expect(refused.code).toBe(2);
  expect(refused.stderr).toMatch(/UnitOutOfOrder/);
  expect(refused.stderr).toContain('llmops deploy --env dev --only aws/foundation aws/integration aws/deployment');
  expect(refused.stderr).not.toContain('npx cdk');
});

test('from nothing it stops at the missing weights and names them; everything that needs none goes on', async () => {
  const first = await llmops(['deploy', ...local]);
  expect(first.code).toBe(4);
  expect(first.stdout).toMatch(/2 assets are missing\n +aws\/weights\/chat +weights, 61 GiB/);
  expect(first.stdout).toMatch(/ azure\/weights\/chat +weights, 61 GiB/);
  expect(first.stdout).toContain(`llmops assets push --env dev --local --state ${state}`);
  expect(first.stdout).toMatch(/aws\/deployment +waits for aws\/deployment-assets/);
  expect(first.stdout).toMatch(/azure\/deployment +waits for azure\/deployment-assets/);
  for (const id of ['aws/knowledge', 'aws/tuning', 'azure/evaluation'])
    expect(first.stdout).toMatch(new RegExp(`${id} +done`));
  expect(first.stderr).toContain("npx cdk deploy 'dev/foundation' ");
});

test('with the weights it continues to an endpoint in service, and repeats nothing', async () => {
  await bringWeights();
  const second = await llmops(['deploy', ...local, '--json']);
  expect({ code: second.code, stderr: second.code === 0 ? '' : second.stderr }).toEqual({ code: 0, stderr: '' });
  const outcomes = kinds(second);
  const last = ['aws/deployment', 'aws/observability', 'azure/deployment'];
  for (const id of last) expect(outcomes[id]).toBe('done');
  for (const id of [...stacks, ...stages].filter((one) => !last.includes(one)))
    expect(`${id} ${outcomes[id] ?? ''}`).toBe(`${id} unchanged`);
  const status = JSON.parse((await llmops(['local', 'status', '--state', state, '--json'])).stdout) as {
    readonly stacks: readonly { readonly stack: string; readonly status: string }[];
  };
  expect(status.stacks.find(({ stack }) => stack === 'support-assistant-dev-deployment')?.status).toBe(
    'CREATE_COMPLETE',
  );
});

test('a journal that is cut off, of another environment or in use is refused by name', async () => {
  const journal = join(`${state}-deploy`, 'dev.json');
  const whole = readFileSync(journal, 'utf8');
  const refusedWith = async (text: string, code: string): Promise<void> => {
    writeFileSync(journal, text);
    const refused = await llmops(['deploy', ...local]);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain(`[${code}]`);
    expect(refused.stderr).toContain(journal);
    expect(readFileSync(journal, 'utf8')).toBe(text);
  };
  await refusedWith(whole.slice(0, -10), 'JournalDamaged');
  await refusedWith(whole.replace('"environment": "dev"', '"environment": "prod"'), 'JournalForeign');
  await refusedWith(whole.replace('deploy/v1', 'deploy/v2'), 'JournalVersion');
  writeFileSync(`${journal}.lock`, String(process.pid));
  await refusedWith(whole, 'JournalInUse');
  rmSync(`${journal}.lock`);
});

test('nothing is destroyed without the name of the environment', async () => {
  const unnamed = await llmops(['destroy', ...local]);
  expect(unnamed).toMatchObject({ code: 2 });
  expect(unnamed.stderr).toMatch(/with their data[^]*will stay[^]*DestroyNotConfirmed/);
  expect(await llmops(['destroy', ...local, '--yes', 'prod'])).toMatchObject({ code: 2 });
});

test('an interrupt ends with 130 and its programs, and the next run goes on', async () => {
  const child = start([join(root, 'bin/llmops.js'), 'destroy', ...local, '--yes', 'dev']);
  const end = ended(child);
  await line(child, /npx cdk destroy 'dev\/observability'/);
  child.kill('SIGINT');
  const { code, stdout, stderr } = await end;
  expect({ code, stderr: code === 130 ? '' : stderr }).toEqual({ code: 130, stderr: '' });
  expect(stdout).toContain(`then continue with: llmops destroy --env dev --local --state ${state}`);
});

test('destroy ends, with the list of what stays', async () => {
  const run = await llmops(['destroy', ...local, '--yes', 'dev', '--json']);
  expect({ code: run.code, stderr: run.code === 0 ? '' : run.stderr }).toEqual({ code: 0, stderr: '' });
  for (const kind of Object.values(kinds(run))) expect(['deleted', 'absent']).toContain(kind);
  expect(run.stderr).toMatch(/emptied bucket support-assistant-dev-artifacts-\w+: 2 objects/);
  expect(report(run).stays?.map(({ type }) => type)).toContain('AWS::KMS::Key');
  const again = await llmops(['destroy', ...local, '--yes', 'dev', '--json']);
  expect(again.code).toBe(0);
  expect(new Set(Object.values(kinds(again)))).toEqual(new Set(['absent']));
});

test('what stays is named when it is in the way: the identity provider of the account, and names on Azure', async () => {
  const aws = await llmops(['deploy', ...local, '--only', 'aws/foundation']);
  expect(aws.code).toBe(1);
  expect(aws.stdout).toMatch(
    /DeployProvider\w* \(AWS::IAM::OIDCProvider\)[^]*ProviderExists[^]*identityProvider: 'existing'/,
  );
  const azure = await llmops(['deploy', ...local, '--only', 'azure/initialization']);
  expect(azure.code).toBe(1);
  expect(azure.stdout).toMatch(/NameStillTaken[^]*azure\.generation/);
});

test('it comes up again with the lines that the fixes name', async () => {
  const config = join(folder, 'again.config.ts');
  const text = readFileSync(join(root, 'llmops.config.ts'), 'utf8')
    .replace(/(aws: \{ account: '111111111111',)/, "$1 identityProvider: 'existing',")
    .replace(/(azure: \{)/, '$1 generation: 2,');
  writeFileSync(config, text.replaceAll(/from '\.\//g, `from '${root}/`));
  const up = await llmops(['deploy', ...local, '--config', config, '--json']);
  expect({ code: up.code, stderr: up.code === 4 ? '' : up.stderr }).toEqual({ code: 4, stderr: '' });
  for (const id of ['aws/foundation', 'aws/integration', ...stages.slice(0, -1)])
    expect(`${id} ${kinds(up)[id] ?? ''}`).toBe(`${id} done`);
});

test('a reset removes what both clouds and the journal left', async () => {
  expect(existsSync(`${state}-azure`)).toBe(true);
  expect(await llmops(['local', 'reset', '--state', state])).toMatchObject({ code: 0 });
  expect([`${state}-azure`, `${state}-deploy`].filter((left) => existsSync(left))).toEqual([]);
  expect((await llmops(['local', 'status', '--state', state])).code).toBe(2);
});
