import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { ModelImport } from '../../../../constructs/aws';
import { compareFiles } from '../../../../lib/assets/compare-files';
import { importWeights } from '../../../../lib/assets/import-weights';
import { ImportBuilds } from '../../../../lib/cloud/aws/import-builds';
import { WeightsBucket } from '../../../../lib/cloud/aws/weights-bucket';
import { HubSource } from '../../../../lib/cloud/hub';
import type { LocalAws } from '../../../../lib/local/aws';
import { startLocalAws } from '../../../../lib/local/aws';
import { roleKey } from '../../../../lib/local/aws/credentials';
import { templateOf, testStack } from '../../../helpers/aws-app';
import { codedErrorOf } from '../../../helpers/coded-error';
import type { TestHub } from '../../../helpers/hub';
import { startHub } from '../../../helpers/hub';
import { testAccount, testRegion } from '../../local/aws/engine';
import { client } from '../../local/aws/wire';

const repository = 'example/model';
const revision = '0123456789abcdef0123456789abcdef01234567';
const wanted = { kind: 'hub', repository, revision } as const;
const prefix = 'models/m/';

let cloud: LocalAws;
let hub: TestHub;

beforeAll(async () => {
  cloud = await startLocalAws();
  hub = await startHub(repository, revision, {
    'config.json': { content: '{}' },
    'model.safetensors': { content: 'weights', lfs: true },
  });
  const stack = testStack();
  const encryptionKey = new Key(stack, 'Key');
  const bucket = new Bucket(stack, 'Weights', { bucketName: 'weights', versioned: true, encryptionKey });
  const common = { repository, revision, bucket, encryptionKey };
  new ModelImport(stack, 'Plain', { ...common, projectName: 'plain', prefix });
  new ModelImport(stack, 'Signed', { ...common, projectName: 'signed', prefix: 'models/s/', signature: 'required' });
  new ModelImport(stack, 'Gated', { ...common, projectName: 'gated', prefix: 'models/g/', tokenSecret: 'hub' });
  const { Resources } = templateOf(stack);
  const { query } = client(cloud, testAccount, testRegion);
  const created = await query('cloudformation', 'CreateStack', {
    StackName: 'Imports',
    TemplateBody: JSON.stringify({ Resources }),
    'Capabilities.member.1': 'CAPABILITY_IAM',
  });
  if (created.status !== 200) throw new Error(created.text);
});
afterAll(async () => {
  await hub.close();
  await cloud.close();
});

function options(accessKeyId = cloud.env(testAccount, testRegion)['AWS_ACCESS_KEY_ID'] ?? '') {
  return { region: testRegion, local: { endpoint: cloud.url, accessKeyId } };
}

function order(job: string, phases: string[] = [], accessKeyId?: string) {
  return {
    job,
    jobs: new ImportBuilds(options(accessKeyId)),
    hub: hub.address,
    source: new HubSource({ ...wanted, address: hub.address }),
    wanted,
    tell: (phase: string): void => void phases.push(phase),
    pause: (): Promise<unknown> => new Promise((wake) => setTimeout(wake, 50)),
  };
}

async function stateOf(at: string) {
  const store = new WeightsBucket(options(), 'weights', at);
  const there = await store.present();
  if (there === undefined) throw new Error('no bucket');
  return {
    there,
    state: compareFiles(there, { place: store.place, removal: () => 'remove', push: 'push', source: wanted }),
  };
}

test('a job that is started brings files and manifest, as the role of the import', async () => {
  const phases: string[] = [];
  expect(await importWeights(order('plain', phases))).toEqual([]);
  expect(phases).toContain('BUILD');
  expect((await stateOf(prefix)).state).toEqual({ kind: 'present' });
});

test('a model with a signature needs the list that was checked', async () => {
  expect(await importWeights(order('signed'))).toMatchObject([
    { code: 'ImportJobFailed', path: 'signed', message: expect.stringMatching(/the model has a signature/) as string },
  ]);
  const verify = () =>
    Promise.resolve({ ok: true, signature: { kind: 'model-signature', signer: 'builds@example.com' } } as const);
  expect(await importWeights({ ...order('signed'), verify })).toEqual([]);
  const { there } = await stateOf('models/s/');
  expect(JSON.parse(there.manifest ?? '')).toMatchObject({
    signature: { kind: 'model-signature', signer: 'builds@example.com' },
  });
});

test('a signature that does not verify starts nothing', async () => {
  const issue = {
    code: 'AssetSignatureInvalid',
    path: 'model.sig',
    message: 'another key',
    expected: 'the key',
  } as const;
  const jobs = { start: () => Promise.reject(new Error('started')), state: () => Promise.reject(new Error('asked')) };
  const verify = () => Promise.resolve({ ok: false, issues: [issue] } as const);
  expect(await importWeights({ ...order('signed'), jobs, verify })).toEqual([issue]);
});

test('a project that is not there, one with a secret and a caller without the right are refused with their cause', async () => {
  expect(await codedErrorOf(() => importWeights(order('nowhere')))).toMatchObject({ code: 'AssetPlaceMissing' });
  expect(await codedErrorOf(() => importWeights(order('gated')))).toMatchObject({
    code: 'ImportJobFailed',
    problem: expect.stringMatching(/no value of a secret/) as string,
  });
  const nobody = roleKey(testAccount, 'nobody', 'test');
  expect(await codedErrorOf(() => importWeights(order('plain', [], nobody)))).toMatchObject({
    code: 'ImportJobFailed',
    problem: expect.stringMatching(/AccessDenied/) as string,
  });
});
