import { settle } from '../../../../lib/plan';
import { openWeights } from '../../../../lib/platform';
import { awsPlan, planIssues } from '../../../helpers/plan';
import type { PlatformOverrides } from '../../../helpers/platform';
import { awsTarget, azureTarget, developmentEnvironment, endpoint, platform } from '../../../helpers/platform';

const revision = '0123456789abcdef0123456789abcdef01234567';
const bucketOfDev = awsPlan().integration.artifactBucketName.value;
const keyOfDev = 'arn:aws:kms:eu-central-1:111111111111:key/00000000-0000-4000-8000-00000000000d';

function withWeights(s3Uri: string, s3KeyArn?: string): PlatformOverrides {
  const artifact = { s3Uri, ...(s3KeyArn === undefined ? {} : { s3KeyArn }) };
  return { models: { ...platform().models, chat: openWeights('Qwen/Qwen3-32B', { revision, artifact }) } };
}

const inDev = `s3://${bucketOfDev}/models/Qwen/`;

test.each([
  ['its own bucket', 'dev', inDev, undefined, []],
  ['the bucket of another environment', 'prod', inDev, undefined, ['MissingWeightsKey models.chat.artifact.s3KeyArn']],
  ['the bucket of another environment with its key', 'prod', inDev, keyOfDev, []],
  ['a bucket of somebody else', 'prod', 's3://company-weights/qwen/', undefined, []],
])('weights in %s', (_title, environment, uri, keyArn, expected) => {
  const issues = planIssues(withWeights(uri, keyArn), environment).filter(({ code }) => code === 'MissingWeightsKey');
  expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual(expected);
});

test('the fix names the parameter of the environment that has the key', () => {
  const [issue] = planIssues(withWeights(inDev), 'prod').filter(({ code }) => code === 'MissingWeightsKey');
  expect(issue?.fix).toContain('--name /llmops/support/dev/foundation/key-arn');
  expect(issue?.fix).toContain('in account 111111111111, eu-central-1');
});

test('endpoint and tuning job carry the key, and in the own bucket none', () => {
  const [dev, prod] = ['dev', 'prod'].map((key) => settle(awsPlan(withWeights(inDev, keyOfDev), key)));
  expect(prod?.deployment.endpoints.chat?.modelDataKeyArn).toBe(keyOfDev);
  expect(prod?.tuning.jobs['chat-lora']?.baseModelKeyArn).toBe(keyOfDev);
  expect(dev?.deployment.endpoints.chat).not.toHaveProperty('modelDataKeyArn');
  expect(dev?.tuning.jobs['chat-lora']).not.toHaveProperty('baseModelKeyArn');
});

test('who loads weights from a bucket may read it, whether promoted from its environment or not', () => {
  const aws = { ...awsTarget, account: '333333333333', cidr: '10.24.0.0/16' };
  const prod = developmentEnvironment({ tier: 'production', aws, azure: { ...azureTarget, cidr: '10.25.0.0/16' } });
  const separate = { environments: { dev: developmentEnvironment(), prod }, registry: undefined };
  const shared = (overrides: PlatformOverrides): readonly unknown[] => {
    const { consumerAccounts, sharedPrefixes } = awsPlan(overrides).integration;
    return [consumerAccounts.value, sharedPrefixes.value];
  };
  expect(shared(separate)).toEqual([[], ['models/', 'tuning/chat-lora/output/']]);
  expect(shared({ ...separate, ...withWeights(`s3://${bucketOfDev}/copies/qwen/`, keyOfDev) })).toEqual([
    ['333333333333'],
    ['models/', 'tuning/chat-lora/output/', 'copies/qwen/'],
  ]);
  expect(shared({})[0]).toEqual(['333333333333']);
});

test('weights in another number format are looked at too', () => {
  const fp8 = { s3Uri: `s3://${bucketOfDev}/models/fp8/` };
  const issues = planIssues({ endpoints: { chat: endpoint({ quantisation: { fp8 } }) } }, 'prod');
  expect(issues.map(({ path }) => path)).toContain('endpoints.chat.quantisation.fp8.s3KeyArn');
});
