import * as storage from '@pulumi/azure-native/storage';
import { App, Stack, Stage } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { graphOf } from '../../testing';

function app(): App {
  const made = new App({ analyticsReporting: false });
  for (const environment of ['dev', 'prod']) {
    const stage = new Stage(made, environment);
    new Bucket(new Stack(stage, 'data'), 'Documents');
    new Topic(new Stack(stage, 'alarms'), 'Alarms');
  }
  return made;
}

test('an app has the stacks of its stages, each in its environment', async () => {
  const places = (await graphOf(app()))
    .filter(({ type }) => type !== 'AWS::CDK::Metadata')
    .map((node) => `${node.environment} ${node.stack} ${node.type}`);
  expect(places).toEqual([
    'dev alarms AWS::SNS::Topic',
    'dev data AWS::S3::Bucket',
    'prod alarms AWS::SNS::Topic',
    'prod data AWS::S3::Bucket',
  ]);
});

test('a stack alone has its own resources', async () => {
  const root = new App({ analyticsReporting: false });
  const stack = new Stack(root, 'data');
  new Bucket(stack, 'Documents');
  new Topic(new Stack(root, 'alarms'), 'Alarms');
  expect((await graphOf(stack)).map(({ type }) => type)).toEqual(['AWS::S3::Bucket']);
});

test('a Pulumi program is recorded without an engine, and its secrets are masked', async () => {
  const graph = await graphOf(
    () =>
      new storage.StorageAccount('documents', {
        resourceGroupName: 'example',
        kind: 'StorageV2',
        sku: { name: 'Standard_LRS' },
      }),
    { environment: 'prod', stack: 'data' },
  );
  expect(graph).toMatchObject([
    { environment: 'prod', cloud: 'azure', stack: 'data', type: 'azure-native:storage:StorageAccount' },
  ]);
});

test('what a program throws fails the test', async () => {
  await expect(
    graphOf(() => {
      throw new Error('no such file');
    }),
  ).rejects.toThrow('no such file');
});

test('a graph is given back, and anything else is refused with what is taken', async () => {
  const graph = await graphOf({ Resources: {} });
  expect(graph).toEqual([]);
  expect(await graphOf(graph)).toBe(graph);
  await expect(graphOf({ Outputs: {} } as never)).rejects.toMatchObject({ code: 'TestSourceUnreadable' });
});
