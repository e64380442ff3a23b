import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalAws } from '../../lib/local/aws';
import { startLocalAws } from '../../lib/local/aws';
import { ended, line, llmops, root, start } from '../helpers/command';
import { client } from '../lib/local/aws/wire';

/*
 * An agent of a team ran in the subnets of the platform. Its network interfaces stay for eight hours after it is deleted, and
 * hold the subnets and the security group: a destroy waits, is killed, and goes on with the same clock. The clock of the cloud
 * is moved; the wait of the command runs 60 times faster.
 */
const account = '111111111111';
const region = 'eu-central-1';
const folder = mkdtempSync(join(tmpdir(), 'llmops-holds-'));
const state = join(folder, 'cloud');
const config = join(root, 'examples/tiny/llmops.config.ts');
const at = ['--env', 'dev', '--config', config, '--local', '--state', state];
const destroy = ['destroy', ...at, '--yes', 'dev', '--hold-speed', '60'];
let cloud: LocalAws;
let later = 0;

beforeAll(async () => {
  cloud = await startLocalAws({ state, now: () => new Date(Date.now() + later) });
});
afterAll(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Physical ids of the resources of a type in the foundation. */
function idsOf(type: string): readonly string[] {
  const foundation = cloud.stacks().find(({ stack }) => stack === 'assistant-dev-foundation');
  return (foundation?.resources ?? []).flatMap((one) => (one.type === type ? [one.physicalId] : []));
}

/** An agent in the network of the platform, in a stack of another team. */
async function agentCameAndWent(): Promise<void> {
  const { query } = client(cloud, account, region);
  const template = {
    Resources: {
      Interpreter: {
        Type: 'AWS::BedrockAgentCore::CodeInterpreterCustom',
        Properties: {
          Name: 'interpreter',
          NetworkConfiguration: {
            NetworkMode: 'VPC',
            VpcConfig: {
              Subnets: idsOf('AWS::EC2::Subnet'),
              SecurityGroups: idsOf('AWS::EC2::SecurityGroup').slice(0, 1),
            },
          },
        },
      },
    },
  };
  await query('cloudformation', 'CreateStack', { StackName: 'agents', TemplateBody: JSON.stringify(template) });
  expect(cloud.stacks().find(({ stack }) => stack === 'agents')?.status).toBe('CREATE_COMPLETE');
  await query('cloudformation', 'DeleteStack', { StackName: 'agents' });
  expect(cloud.stacks().some(({ stack }) => stack === 'agents')).toBe(false);
}

const waits = /waits for subnets and security groups: network interfaces of agents[^\n]*/;

test('a destroy meets a hold, shows the wait, is killed, and goes on with the same clock until it ends', async () => {
  const up = await llmops(['deploy', ...at, '--only', 'aws/foundation']);
  expect(up.code === 0 ? '' : `${up.stdout}\n${up.stderr}`).toBe('');
  await agentCameAndWent();

  const killed = start([join(root, 'bin/llmops.js'), ...destroy]);
  const end = ended(killed);
  const [first] = await line(killed, waits);
  expect(first).toMatch(/: \d+ min so far, at most (?:8 h 0 min|7 h \d+ min) more/);
  killed.kill('SIGKILL');
  await end;
  const journal = readFileSync(join(`${state}-deploy`, 'dev.json'), 'utf8');
  expect(journal).toContain('"hold": "agent-interfaces"');

  const again = start([join(root, 'bin/llmops.js'), ...destroy]);
  const finished = ended(again);
  const [second] = await line(again, waits);
  // A new clock would say 0 min: the first attempt of this run was after the wait of the first.
  expect(second).toMatch(/: (?:[1-9]\d* min|[1-9] h \d+ min) so far/);
  later = 9 * 3_600_000;
  const { code, stdout, stderr } = await finished;
  expect(code === 0 ? '' : `${stdout}\n${stderr}`).toBe('');
  expect(stdout).toMatch(/aws\/foundation +deleted/);
});

test('a speed is refused in accounts, and one that is none', async () => {
  const inAccount = await llmops(['destroy', '--env', 'dev', '--config', config, '--hold-speed', '60', '--yes', 'dev']);
  expect(inAccount.code).toBe(2);
  expect(inAccount.stderr).toMatch(/--hold-speed: the services of accounts have one speed/);
  const none = await llmops(['destroy', ...at, '--hold-speed', 'fast']);
  expect(none.code).toBe(2);
  expect(none.stderr).toMatch(/this is not a speed/);
});
