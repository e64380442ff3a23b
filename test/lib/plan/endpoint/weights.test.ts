import {
  modelTags,
  quantisedWeights,
  weightsInAzureMl,
  weightsInS3,
  weightsKeyInS3,
} from '../../../../lib/plan/endpoint/weights';
import type { OpenWeightsModel } from '../../../../lib/platform';
import { openWeights } from '../../../../lib/platform';
import { endpoint } from '../../../helpers/platform';

const revision = '0123456789abcdef0123456789abcdef01234567';
const model: OpenWeightsModel = openWeights('Qwen/Qwen3.5-32B', { revision });
const fp8 = { s3Uri: 's3://quantised/fp8/', azureModelUri: 'azureml://registries/q/models/fp8/versions/1' };
const own = { s3Uri: 's3://weights/qwen/', azureModelUri: 'azureml://registries/w/models/qwen/versions/1' };
const spec = endpoint({ quantisation: { fp8 } });

test.each([
  ['fp8', undefined, true],
  ['fp8', 'fp8', false],
  ['bf16', undefined, false],
  ['fp16', undefined, false],
  ['int8', undefined, false],
] as const)('weights in %s of a model published in %s are quantised: %s', (dtype, published, quantised) => {
  expect(quantisedWeights('chat', spec, dtype, published)).toEqual(
    quantised ? { artifact: fp8, path: 'endpoints.chat.quantisation.fp8' } : undefined,
  );
});

const quantised = { artifact: fp8, path: 'endpoints.chat.quantisation.fp8' };
const pinnedModel = openWeights('Qwen/Qwen3.5-32B', { revision, artifact: own });

test.each([
  ['nothing', model, undefined, `s3://artifacts/models/Qwen/Qwen3.5-32B/${revision}/`, 'weights.by-revision'],
  ['an artifact', pinnedModel, undefined, 's3://weights/qwen/', 'pinned by models.chat.artifact.s3Uri'],
  [
    'quantised weights',
    pinnedModel,
    quantised,
    's3://quantised/fp8/',
    'pinned by endpoints.chat.quantisation.fp8.s3Uri',
  ],
  [
    'quantised weights elsewhere',
    pinnedModel,
    { artifact: {}, path: '' },
    's3://weights/qwen/',
    'pinned by models.chat',
  ],
] as const)('with %s in the spec SageMaker loads from the right prefix', (_, open, chosen, uri, why) => {
  const { value, because } = weightsInS3(open, 'models.chat', 'artifacts', chosen);
  expect(value).toBe(uri);
  expect(`${because[0]?.rule} ${because[0]?.text}`).toContain(why);
});

test.each([
  ['nothing', model, undefined, `azureml://registries/registry/models/Qwen-Qwen3-5-32B-0123456789ab/versions/1`],
  ['an artifact', pinnedModel, undefined, own.azureModelUri],
  ['quantised weights', pinnedModel, quantised, fp8.azureModelUri],
] as const)('with %s in the spec Azure loads the right model', (_, open, chosen, uri) => {
  expect(weightsInAzureMl(open, 'models.chat', 'registry', chosen).value).toBe(uri);
});

test('the whole commit is a tag of the registered model, and two commits are two models', () => {
  expect(modelTags(model).value).toEqual({ repository: 'Qwen/Qwen3.5-32B', revision });
  const other = openWeights('Qwen/Qwen3.5-32B', { revision: revision.replace(/^0/, '1') });
  expect(weightsInAzureMl(other, 'models.chat', 'registry').value).not.toBe(
    weightsInAzureMl(model, 'models.chat', 'registry').value,
  );
});

const keyOf = (name: string): string => `arn:aws:kms:eu-central-1:111111111111:key/${name}`;

test.each([
  ['weights in no named bucket', undefined, undefined, undefined],
  ['weights in the own bucket', { s3Uri: 's3://artifacts/a/', s3KeyArn: keyOf('own') }, undefined, undefined],
  ['weights elsewhere', { s3Uri: 's3://others/a/', s3KeyArn: keyOf('others') }, undefined, keyOf('others')],
  [
    'quantised weights elsewhere',
    { s3Uri: 's3://others/a/', s3KeyArn: keyOf('others') },
    { s3Uri: 's3://third/a/', s3KeyArn: keyOf('third') },
    keyOf('third'),
  ],
  ['quantised weights without a key', { s3Uri: 's3://others/a/', s3KeyArn: keyOf('others') }, fp8, undefined],
] as const)('%s', (_title, artifact, format, expected) => {
  const open = openWeights('Qwen/Qwen3.5-32B', { revision, ...(artifact === undefined ? {} : { artifact }) });
  const chosen = format === undefined ? undefined : { artifact: format, path: 'endpoints.chat.quantisation.fp8' };
  expect(weightsKeyInS3(open, 'models.chat', 'artifacts', chosen)?.value).toBe(expected);
});
