import type { Json, JsonObject } from '../../../../lib/constraints/json';
import { serverlessFeatures, serverlessSize } from '../../../../lib/constraints/llm/serverless-variant';
import { breaches, known, template } from './around';

const unknown = { Ref: 'Unknown' };
const config = (serverless: Json, more: JsonObject = {}): JsonObject => ({
  ProductionVariants: [{ VariantName: 'a', ModelName: { Ref: 'M' }, ServerlessConfig: serverless }],
  ...more,
});
const place = '#/ProductionVariants/0/ServerlessConfig';

test.each<[Json, readonly string[]]>([
  [{ MemorySizeInMB: 1024, MaxConcurrency: 1 }, []],
  [{ MemorySizeInMB: '6144', MaxConcurrency: 1 }, []],
  [{ MemorySizeInMB: unknown, MaxConcurrency: unknown, ProvisionedConcurrency: 3 }, []],
  [unknown, []],
  [
    { MemorySizeInMB: 2500, MaxConcurrency: 1 },
    [`${place}/MemorySizeInMB: MemorySizeInMB 2500 is not one of 1024, 2048, 3072, 4096, 5120, 6144`],
  ],
  [{ MaxConcurrency: 5, ProvisionedConcurrency: 5 }, []],
  [
    { MaxConcurrency: 5, ProvisionedConcurrency: 6 },
    [`${place}/ProvisionedConcurrency: ProvisionedConcurrency 6 is above MaxConcurrency 5`],
  ],
])('a serverless variant of %j', (serverless, expected) => {
  expect(breaches(serverlessSize, config(serverless))).toEqual(expected);
});

const serverless = { MemorySizeInMB: 1024, MaxConcurrency: 1 };
const model = (properties: JsonObject) => template(known('AWS::SageMaker::Model', 'M', properties));

test.each<[string, JsonObject, string]>([
  [
    'data capture',
    { DataCaptureConfig: {} },
    '#/DataCaptureConfig: Serverless inference does not support DataCaptureConfig',
  ],
  ['asynchronous inference', { AsyncInferenceConfig: {} }, '#/AsyncInferenceConfig: '],
  ['a VPC', { VpcConfig: unknown }, '#/VpcConfig: '],
  [
    'two variants',
    { ProductionVariants: [{ ServerlessConfig: serverless }, { VariantName: 'b' }] },
    '#/ProductionVariants: Serverless inference does not support 2 production variants',
  ],
])('a serverless configuration with %s is refused', (_name, more, expected) => {
  expect(breaches(serverlessFeatures, config(serverless, more))).toEqual([expect.stringContaining(expected)]);
});

test('only serverless configurations are judged', () => {
  expect(breaches(serverlessFeatures, { ProductionVariants: [{}, {}], DataCaptureConfig: {} })).toEqual([]);
  expect(breaches(serverlessFeatures, config(serverless))).toEqual([]);
});

test.each<[string, JsonObject, string | undefined]>([
  ['a plain model', { PrimaryContainer: { Image: 'i' } }, undefined],
  ['a model with unknown isolation', { EnableNetworkIsolation: unknown }, undefined],
  ['a model without isolation', { EnableNetworkIsolation: false }, undefined],
  ['an isolated model', { EnableNetworkIsolation: true }, 'EnableNetworkIsolation'],
  ['a model in a VPC', { VpcConfig: { Subnets: [] } }, 'VpcConfig'],
  ['a pipeline', { Containers: [{}, {}] }, 'several containers'],
  ['a multi-model container', { PrimaryContainer: { Mode: 'MultiModel' } }, 'a container of mode MultiModel'],
  ['a model data source', { PrimaryContainer: { ModelDataSource: {} } }, 'ModelDataSource'],
])('a serverless variant of %s', (_name, properties, what) => {
  expect(breaches(serverlessFeatures, config(serverless), model(properties))).toEqual(
    what === undefined
      ? []
      : [`#/ProductionVariants/0/ModelName: Serverless inference does not support a model with ${what}`],
  );
});
