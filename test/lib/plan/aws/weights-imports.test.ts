import type { AwsWeightsImportPlan } from '../../../../lib/plan';
import { settle } from '../../../../lib/plan';
import type { OpenWeightsModel, WeightsImport } from '../../../../lib/platform';
import { openWeights } from '../../../../lib/platform';
import { awsPlan, environmentPlan, planIssues } from '../../../helpers/plan';
import { awsTarget, developmentEnvironment, endpoint, platform } from '../../../helpers/platform';

const revision = '0123456789abcdef0123456789abcdef01234567';
const prefix = `models/Qwen/Qwen3-32B/${revision}/`;
const signature = { bundle: 'model.sig', publicKey: 'model.pem' };

function models(how: WeightsImport | undefined, rest: Partial<OpenWeightsModel> = {}) {
  const chat = openWeights('Qwen/Qwen3-32B', {
    revision,
    ...rest,
    ...(how === undefined ? {} : { import: { aws: how } }),
  });
  return { ...platform().models, chat };
}

test.each<[string, WeightsImport | undefined, Partial<OpenWeightsModel>, string, readonly string[] | undefined]>([
  ['nothing said', undefined, {}, 'push', undefined],
  ['the command', { by: 'push' }, {}, 'push', undefined],
  ['the job', { by: 'job' }, {}, 'job', ['chat']],
  ['the job, with a signature', { by: 'job' }, { signature }, 'job', ['chat']],
])('%s: who brings the weights', (_what, how, rest, bringer, imports) => {
  const { aws, assets } = environmentPlan({ models: models(how, rest) });
  expect(assets['aws/weights/chat']?.bringer.value).toBe(bringer);
  expect(aws?.integration.imports && Object.keys(aws.integration.imports)).toEqual(imports);
  expect(assets['azure/weights/chat']?.bringer.value).toBe('push');
});

test('a job has the revision, the place that the endpoint loads, a name, a price and the hub', () => {
  const { integration } = awsPlan({ models: models({ by: 'job' }) });
  expect(settle(integration.imports)).toEqual({
    chat: {
      projectName: 'support-dev-import-chat',
      repository: 'Qwen/Qwen3-32B',
      revision,
      prefix,
      hub: 'https://huggingface.co',
      signature: 'none',
      usdPerMinute: 0.02,
    },
  });
  const asset = environmentPlan({ models: models({ by: 'job' }) }).assets['aws/weights/chat'];
  expect(asset?.job?.value).toBe('support-dev-import-chat');
  expect(asset?.bringer.because[0]?.text).toMatch(
    /support-dev-import-chat in the account.*A build minute costs \$0.02/,
  );
});

test('mirror, token and signature are those of the config, and say what is checked where', () => {
  const how = { by: 'job', hub: 'https://mirror.example.com', tokenSecret: 'hub-token' } as const;
  const { aws, assets } = environmentPlan({ models: models(how, { signature }) });
  const planned: AwsWeightsImportPlan | undefined = aws?.integration.imports?.['chat'];
  expect(settle(planned)).toMatchObject({
    hub: 'https://mirror.example.com',
    tokenSecret: 'hub-token',
    signature: 'required',
  });
  expect(assets['aws/weights/chat']?.checks?.value).toEqual([
    'before the job, on the machine of llmops assets push: the signature over the list of the hub, with sigstore packages',
    'in the job: the list and the hash of every file, and that the list is the one whose signature was checked',
    'in the bucket: the prefix is written once, versioned, and only the import role may write it',
    'at load: nothing, SageMaker checks no files',
  ]);
});

test('without a job the plan says that the bucket holds nothing but the manifest', () => {
  expect(environmentPlan().assets['aws/weights/chat']?.checks?.value).toEqual([
    'at import, on the machine of llmops assets push: the list, the hash of every file; there is no signature',
    'in the bucket: the manifest is written once; whoever may write the bucket may write files',
    'at load: nothing, SageMaker checks no files',
  ]);
});

test('two keys of one revision have one job: a prefix has one writer', () => {
  const chat = openWeights('Qwen/Qwen3-32B', { revision, import: { aws: { by: 'job' } } });
  const other = endpoint({ model: 'again' });
  const planned = environmentPlan({
    models: { ...platform().models, chat, again: chat },
    endpoints: { chat: endpoint(), other },
  });
  expect(Object.keys(planned.aws?.integration.imports ?? {})).toEqual(['again']);
  for (const key of ['chat', 'again']) expect(planned.assets[`aws/weights/${key}`]?.job?.value).toMatch(/again$/);
});

test('an environment that does not run the endpoint has no job', () => {
  const environments = { dev: developmentEnvironment({ aws: awsTarget, endpoints: { chat: false } }) };
  const { integration } = awsPlan({ environments, tuning: {}, models: models({ by: 'job' }) });
  expect(integration).not.toHaveProperty('imports');
});

test('an import into a bucket of others and adapters beside an import are refused', () => {
  const s3Uri = 's3://weights-of-the-company/qwen/';
  expect(planIssues({ models: models({ by: 'job' }, { artifact: { s3Uri } }) })).toMatchObject([
    {
      code: 'ImportElsewhere',
      path: 'models.chat.import.aws',
      got: s3Uri,
      expected: 'weights in the artifact bucket of an environment',
      fix: 'remove models.chat.artifact.s3Uri, or models.chat.import.aws and copy the files yourself',
    },
  ]);
  const endpoints = { chat: endpoint({ adapters: { legal: { rank: 16 } } }) };
  expect(planIssues({ endpoints, models: models({ by: 'job' }) })).toContainEqual({
    code: 'AdaptersBesideImport',
    path: 'endpoints.chat.adapters',
    message: "adapters lie below the prefix of 'chat', and nobody but its import job writes there",
    got: ['legal'],
    expected: 'a model that llmops assets push brings',
    fix: 'remove models.chat.import.aws',
  });
});
