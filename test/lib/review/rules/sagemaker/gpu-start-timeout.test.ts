import type { PropertyValue } from '../../../../../lib/graph';
import { check } from '../../../../../lib/review';
import { gpuStartTimeout } from '../../../../../lib/review/rules/sagemaker/gpu-start-timeout';
import { resourceNode } from '../../../../helpers/resource-node';

const source = { ModelDataSource: { S3DataSource: { S3Uri: 's3://weights/chat/' } } };
const timeout = { ContainerStartupHealthCheckTimeoutInSeconds: 900 };
const ref = { 'Fn::GetAtt': ['Model', 'ModelName'] };

function model(container: PropertyValue, property = 'PrimaryContainer'): ReturnType<typeof resourceNode> {
  return resourceNode({
    type: 'AWS::SageMaker::Model',
    address: 'foundation/Model',
    properties: { [property]: container },
  });
}

function pathsOf(type: string, properties: { readonly [key: string]: PropertyValue }, loaded = model(source)): unknown {
  const node = resourceNode({ type, address: 'foundation/Thing', properties });
  return check([loaded, node], [gpuStartTimeout]).findings.map(({ path, severity }) => [path, severity]);
}

const config = 'AWS::SageMaker::EndpointConfig';
const variant = { InstanceType: 'ml.g6e.2xlarge', ModelName: ref };
const missing = [['ProductionVariants.0.ContainerStartupHealthCheckTimeoutInSeconds', 'warning']];

test.each([
  ['a GPU variant without a timeout', variant, missing],
  ['a GPU variant with one', { ...variant, ...timeout }, []],
  ['a CPU variant', { ...variant, InstanceType: 'ml.m7g.xlarge' }, []],
  ['an instance type that is a reference', { ...variant, InstanceType: { Ref: 'Type' } }, []],
  ['a model of another stack', { ...variant, ModelName: 'chat' }, []],
])('%s', (_name, one, expected) => {
  expect(pathsOf(config, { ProductionVariants: [one] })).toEqual(expected);
});

test.each([
  ['weights as one archive', { ModelDataUrl: 's3://weights/chat.tar.gz' }, missing],
  ['an image that loads its own weights', { Image: 'registry/chat' }, []],
])('a model with %s', (_name, container, expected) => {
  expect(pathsOf(config, { ProductionVariants: [variant] }, model(container))).toEqual(expected);
});

test('reads every container of a model, and numbers the variants', () => {
  const variants = [{ ...variant, ...timeout }, variant];
  expect(pathsOf(config, { ProductionVariants: variants }, model([{}, source], 'Containers'))).toEqual([
    ['ProductionVariants.1.ContainerStartupHealthCheckTimeoutInSeconds', 'warning'],
  ]);
});

const component = 'AWS::SageMaker::InferenceComponent';
const gpus = { ComputeResourceRequirements: { NumberOfAcceleratorDevicesRequired: 1 } };
const componentMissing = [['Specification.StartupParameters.ContainerStartupHealthCheckTimeoutInSeconds', 'warning']];

test.each([
  ['with a model', { ...gpus, ModelName: ref }, componentMissing],
  ['with an artifact', { ...gpus, Container: { ArtifactUrl: 's3://weights/chat.tar.gz' } }, componentMissing],
  ['with a timeout', { ...gpus, ModelName: ref, StartupParameters: timeout }, []],
  ['without GPUs', { ModelName: ref }, []],
  ['with neither', { ...gpus, Container: { Image: 'registry/chat' } }, []],
])('a component %s', (_name, specification, expected) => {
  expect(pathsOf(component, { Specification: specification })).toEqual(expected);
});
