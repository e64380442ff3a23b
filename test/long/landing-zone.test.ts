import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalAws } from '../../lib/local/aws';
import { startLocalAws } from '../../lib/local/aws';
import { llmops, root } from '../helpers/command';
import { client } from '../lib/local/aws/wire';

/* The landing-zone example: what the company has is created first, then its platform is deployed into it, and deleted again. */
const example = join(root, 'examples/landing-zone');
const account = '111111111111';
const folder = mkdtempSync(join(tmpdir(), 'llmops-landing-zone-'));
const state = join(folder, 'cloud');
let cloud: LocalAws;
let config: string;

/** Creates a stack of the company. @returns its outputs */
async function company(stack: string, region: string): Promise<Readonly<Record<string, string>>> {
  const created = await client(cloud, account, region).query('cloudformation', 'CreateStack', {
    StackName: stack,
    TemplateBody: readFileSync(join(example, `${stack}.yaml`), 'utf8'),
    'Capabilities.member.1': 'CAPABILITY_NAMED_IAM',
  });
  const view = cloud.stacks().find((one) => one.stack === stack);
  expect({ answer: created.status, status: view?.status, reason: view?.statusReason }).toEqual({
    answer: 200,
    status: 'CREATE_COMPLETE',
    reason: undefined,
  });
  return view?.outputs ?? {};
}

/** The config of the example with the ids that the services gave. */
function withIds(given: Readonly<Record<string, string | undefined>>): string {
  let text = readFileSync(join(example, 'llmops.config.ts'), 'utf8').replace(/from '[./]+lib/g, `from '${root}/lib`);
  for (const [fictitious, id = ''] of Object.entries(given)) {
    expect(text).toContain(fictitious);
    text = text.replaceAll(`'${fictitious}'`, `'${id}'`);
  }
  const file = join(folder, 'llmops.config.ts');
  writeFileSync(file, text);
  return file;
}

beforeAll(async () => {
  cloud = await startLocalAws({ state });
  const own = await company('company', 'eu-central-1');
  const standby = await company('company-standby', 'eu-west-1');
  config = withIds({
    'vpc-0123456789abcdef0': own['VpcId'],
    'subnet-0123456789abcdef0': own['SubnetA'],
    'subnet-0123456789abcdef1': own['SubnetB'],
    'sg-0123456789abcdef0': own['SecurityGroupId'],
    'arn:aws:kms:eu-central-1:111111111111:key/00000000-0000-4000-8000-000000000001': own['KeyArn'],
    'arn:aws:kms:eu-west-1:111111111111:key/00000000-0000-4000-8000-000000000002': standby['KeyArn'],
  });
});
afterAll(async () => {
  await cloud.close();
  rmSync(folder, { recursive: true, force: true });
});

const verb = (...words: readonly string[]): readonly string[] => [
  ...words,
  ...['--env', 'dev', '--config', config, '--local', '--state', state],
];

/** Types that a platform with everything given must not create, on both clouds. */
const ofTheCompany = new RegExp(
  [
    '^AWS::(?:EC2::|KMS::|ECR::|SNS::|IAM::OIDCProvider)',
    '^azure-native:network:(?:VirtualNetwork|Subnet|PrivateDnsZone|PrivateZone|PrivateRecordSet|VirtualNetworkLink)',
    '^azure-native:privatedns:',
    '^azure-native:(?:keyvault:Vault|containerregistry:Registry|operationalinsights:Workspace|machinelearningservices:Registry)$',
  ].join('|'),
);

test('nothing of the company is in the graph of the platform, on either cloud', async () => {
  const { code, stdout, stderr } = await llmops(['graph', '--env', 'dev', '--config', config]);
  expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' });
  const graph = JSON.parse(stdout) as readonly { readonly type: string; readonly cloud: string }[];
  for (const cloudName of ['aws', 'azure'])
    expect(graph.filter((node) => node.cloud === cloudName).length).toBeGreaterThan(15);
  expect(graph.map(({ type }) => type).filter((type) => ofTheCompany.test(type))).toEqual([]);
  // The group of an endpoint, which SageMaker names, is the only one.
  expect(graph.filter(({ type }) => type === 'AWS::Logs::LogGroup')).toHaveLength(1);
});

test('it goes up on both clouds, into what the company has', async () => {
  const first = await llmops(verb('deploy'));
  expect(first.code === 4 ? '' : `${first.stdout}\n${first.stderr}`).toBe('');
  const weights = join(folder, 'weights');
  mkdirSync(weights);
  writeFileSync(join(weights, 'config.json'), '{"architectures":[]}');
  for (const store of ['aws', 'azure']) {
    const id = `${store}/weights/chat`;
    const pushed = await llmops(verb('assets', 'push', '--only', id, '--from', weights));
    expect(pushed.code === 0 ? pushed.stdout : `${pushed.stdout}\n${pushed.stderr}`).toBe(`brought   ${id}\n`);
  }
  const second = await llmops(verb('deploy'));
  expect(second.code === 0 ? '' : `${second.stdout}\n${second.stderr}`).toBe('');
  const types = cloud
    .stacks()
    .filter(({ stack }) => !/^(?:company|CDKToolkit)/.test(stack))
    .flatMap(({ resources }) => resources.map(({ type }) => type));
  expect(types).toContain('AWS::SageMaker::Endpoint');
  expect(types.filter((type) => ofTheCompany.test(type))).toEqual([]);
});

test('it goes down, and leaves the company what it has', async () => {
  const gone = await llmops(verb('destroy', '--yes', 'dev'));
  expect(gone.code === 0 ? '' : `${gone.stdout}\n${gone.stderr}`).toBe('');
  const left = cloud.stacks().filter(({ stack }) => stack.startsWith('company'));
  expect(left.map(({ stack, status }) => `${stack} ${status}`)).toEqual([
    'company CREATE_COMPLETE',
    'company-standby CREATE_COMPLETE',
  ]);
});
