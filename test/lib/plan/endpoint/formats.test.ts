import { formatsOn, usualFormats } from '../../../../lib/plan/endpoint/formats';
import { catalog } from '../../../helpers/catalog';
import { endpoint } from '../../../helpers/platform';

const [model] = catalog.models;
const spec = endpoint({
  quantisation: {
    nvfp4: { s3Uri: 's3://w/nvfp4/' },
    int8: { azureModelUri: 'azureml://registries/w/models/int8/versions/1' },
    fp8: { s3Uri: 's3://w/fp8/', azureModelUri: 'azureml://registries/w/models/fp8/versions/1' },
  },
});

test.each([
  ['aws', undefined, ['fp8', 'nvfp4']],
  ['azure', undefined, ['fp8', 'int8']],
  ['aws', 'fp8', ['nvfp4']],
] as const)('on %s a model published in %s has weights in %j', (cloud, publishedDtype, formats) => {
  if (model === undefined) throw new Error('the fixture has no model');
  const published = publishedDtype === undefined ? model : { ...model, publishedDtype };
  expect(formatsOn(cloud, 'endpoints.chat', spec, published)).toEqual(
    formats.map((dtype) => ({ dtype, path: `endpoints.chat.quantisation.${dtype}` })),
  );
});

test.each([
  ['bf16', [], ['fp8']],
  ['bf16', [{ dtype: 'int8' }], ['fp8']],
  ['bf16', [{ dtype: 'fp8' }], []],
  ['fp8', [], []],
] as const)('a model published in %s with weights in %j is also priced in %j', (publishedDtype, existing, formats) => {
  if (model === undefined) throw new Error('the fixture has no model');
  expect(usualFormats({ ...model, publishedDtype }, existing)).toEqual(formats);
});

test('a model of the HuggingFace registry on Azure is served as it is', () => {
  if (model === undefined) throw new Error('the fixture has no model');
  const azure = { from: 'hugging-face', model: 'qwen-qwen3-32b', version: 7 } as const;
  const registry = { ...spec, serving: { ...spec.serving, azure } };
  expect(formatsOn('azure', 'endpoints.chat', registry, model)).toEqual([]);
  expect(formatsOn('aws', 'endpoints.chat', registry, model)).toHaveLength(2);
});
