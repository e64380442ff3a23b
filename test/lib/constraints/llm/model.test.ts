import type { JsonObject } from '../../../../lib/constraints/json';
import {
  containerHostNames,
  containerImage,
  modelContainers,
  multiModelData,
} from '../../../../lib/constraints/llm/model-containers';
import { modelData } from '../../../../lib/constraints/llm/model-data';
import { breaches, cloud, template } from './around';

const unknown = { Ref: 'Unknown' };

test.each<[string, JsonObject, string | undefined]>([
  ['a primary container', { PrimaryContainer: { Image: 'i' } }, undefined],
  ['a list of containers', { Containers: [{ Image: 'i' }] }, undefined],
  ['an unknown list', { Containers: unknown }, undefined],
  ['perhaps both', { PrimaryContainer: { Image: 'i' }, Containers: { 'Fn::If': ['C', [], []] } }, undefined],
  ['a container and an empty list', { PrimaryContainer: { Image: 'i' }, Containers: [] }, undefined],
  ['no container', {}, '#: The model has no container: neither PrimaryContainer nor Containers is given'],
  [
    'an empty list',
    { Containers: [] },
    '#: The model has no container: neither PrimaryContainer nor Containers is given',
  ],
  [
    'both',
    { PrimaryContainer: { Image: 'i' }, Containers: [{ Image: 'i' }] },
    '#/Containers: The model has both PrimaryContainer and Containers, and takes one of them',
  ],
])('a model with %s', (_name, properties, refused) => {
  expect(breaches(modelContainers, properties)).toEqual(refused === undefined ? [] : [refused]);
});

test.each<[JsonObject, boolean]>([
  [{ Image: unknown }, false],
  [{ ModelPackageName: 'p' }, false],
  [{ ModelDataUrl: 's3://b/k' }, true],
])('the container %j', (container, refused) => {
  const expected = refused ? ['#/Containers/0: The container has neither Image nor ModelPackageName'] : [];
  expect(breaches(containerImage, { Containers: [container] })).toEqual(expected);
  expect(breaches(containerImage, { Containers: [unknown], PrimaryContainer: unknown })).toEqual([]);
});

test.each<[string, JsonObject[], string | undefined]>([
  ['no names', [{}, {}], undefined],
  ['different names', [{ ContainerHostname: 'a' }, { ContainerHostname: 'b' }], undefined],
  ['unknown names', [{ ContainerHostname: unknown }, { ContainerHostname: unknown }], undefined],
  ['a name and an unknown container', [{ ContainerHostname: 'a' }, unknown], undefined],
  ['one container', [{}], undefined],
  [
    'a name and none',
    [{ ContainerHostname: 'a' }, {}],
    '#/Containers/1: Some containers of the pipeline have a ContainerHostname and this one has none',
  ],
  [
    'a name twice',
    [{ ContainerHostname: 'a' }, { ContainerHostname: 'a' }],
    '#/Containers/1/ContainerHostname: The host name a is used twice; it identifies a container of the model',
  ],
])('a pipeline with %s', (_name, containers, refused) => {
  expect(breaches(containerHostNames, { Containers: containers })).toEqual(refused === undefined ? [] : [refused]);
});

test.each<[JsonObject, string | undefined]>([
  [{ Mode: 'MultiModel', ModelDataUrl: 's3://b/models/' }, undefined],
  [{ Mode: 'SingleModel', ModelDataSource: {} }, undefined],
  [{ Mode: unknown, ModelDataSource: {} }, undefined],
  [{ Mode: 'MultiModel', ModelDataSource: {} }, '#/PrimaryContainer/ModelDataSource: '],
  [{ Mode: 'MultiModel' }, '#/PrimaryContainer/ModelDataUrl: '],
])('the container %j of several models', (container, refused) => {
  expect(breaches(multiModelData, { PrimaryContainer: container })).toEqual(
    refused === undefined ? [] : [expect.stringContaining(refused)],
  );
});

describe('the data of a model', () => {
  const around = cloud([], { models: ['chat/model.tar.gz', 'weights/config.json'] });
  const url = '#/PrimaryContainer/ModelDataUrl';
  const uri = '#/PrimaryContainer/ModelDataSource/S3DataSource/S3Uri';
  const prefix = (S3Uri: string): JsonObject => ({
    ModelDataSource: { S3DataSource: { S3Uri, S3DataType: 'S3Prefix', CompressionType: 'None' } },
  });
  test.each<[string, JsonObject, string | undefined]>([
    ['an object', { ModelDataUrl: 's3://models/chat/model.tar.gz' }, undefined],
    ['an unknown place', { ModelDataUrl: unknown }, undefined],
    ['a prefix', prefix('s3://models/weights/'), undefined],
    ['a place that is no S3 URI', { ModelDataUrl: 'https://models.s3.amazonaws.com/x' }, undefined],
    ['JumpStart', { ModelDataUrl: 's3://jumpstart-cache-prod-eu-west-2/m.tar.gz' }, undefined],
    ['a prefix without objects', prefix('s3://models/other/'), undefined],
    ['models that come later', { Mode: 'MultiModel', ModelDataUrl: 's3://models/later/' }, undefined],
    [
      'an object that is not there',
      { ModelDataUrl: 's3://models/none.tar.gz' },
      `${url}: Could not find model data at s3://models/none.tar.gz: there is no such object`,
    ],
    [
      'a bucket that does not exist',
      { ModelDataUrl: 's3://none/model.tar.gz' },
      `${url}: Could not find model data at s3://none/model.tar.gz: bucket none does not exist`,
    ],
    [
      'a prefix without a slash',
      prefix('s3://models/weights'),
      `${uri}: S3Uri s3://models/weights of data type S3Prefix does not end with a slash`,
    ],
  ])('in %s', (_name, container, refused) => {
    const properties = { PrimaryContainer: container };
    expect(breaches(modelData, properties, around)).toEqual(refused === undefined ? [] : [refused]);
    const anywhere = refused?.includes('slash') === true ? [refused] : [];
    expect(breaches(modelData, properties, template())).toEqual(anywhere);
  });
});
