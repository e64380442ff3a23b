import type { PropertyValue, ResourceNode } from '../../../../lib/graph';
import type { PriceBook } from '../../../../lib/review/money';
import { moneyDeltas } from '../../../../lib/review/money';

const price = { usdPerHour: 2, asOf: '2026-11-01', source: 'a price list', estimated: false };
const prices: PriceBook = {
  isAccelerated: (type) => /g6|p5|NC|ND/.test(type),
  hour: (_service, type, region) => {
    if (region !== 'eu-west-1') return undefined;
    return type === 'ml.p5.48xlarge' ? { ...price, usdPerHour: 50, estimated: true } : price;
  },
};
const context = { prices, regionOf: () => 'eu-west-1' };

function node(type: string, properties: Record<string, PropertyValue>, address = 'stack/One'): ResourceNode {
  return {
    environment: 'prod',
    cloud: type.startsWith('a') && !type.startsWith('aws') ? 'azure' : 'aws',
    stack: 'stack',
    address,
    type,
    properties,
    dependsOn: [],
    stateful: false,
    retained: false,
  };
}

function config(instanceType: string, count: PropertyValue): ResourceNode {
  return node('AWS::SageMaker::EndpointConfig', {
    ProductionVariants: [{ InstanceType: instanceType, InitialInstanceCount: count }],
  });
}

test('more instances cost more, with every input of the figure', () => {
  expect(moneyDeltas([config('ml.g6.xlarge', 1)], [config('ml.g6.xlarge', 3)], context)).toEqual([
    {
      environment: 'prod',
      cloud: 'aws',
      address: 'stack/One',
      type: 'AWS::SageMaker::EndpointConfig',
      before: 1460,
      after: 4380,
      inputs: {
        region: 'eu-west-1',
        item: 'ml.g6.xlarge',
        count: 3,
        hours: 730,
        unitPrice: 2,
        asOf: '2026-11-01',
        source: 'a price list',
      },
    },
  ]);
});

test('what is the same on both sides, and what is no part of an LLM platform, is no delta', () => {
  const same = [config('ml.g6.xlarge', 1), node('AWS::S3::Bucket', {}, 'stack/Bucket')];
  expect(moneyDeltas(same, same, context)).toEqual([]);
  expect(moneyDeltas([], [node('AWS::S3::Bucket', {})], context)).toEqual([]);
  expect(moneyDeltas([], [node('AWS::EC2::Instance', { InstanceType: 't3.micro' })], context)).toEqual([]);
  expect(moneyDeltas([], [node('AWS::SageMaker::Endpoint', {})], context)).toEqual([]);
});

test('a resource that comes or goes has one side', () => {
  const [created] = moneyDeltas([], [config('ml.g6.xlarge', 1)], context);
  expect(created).toMatchObject({ after: 1460 });
  expect(created).not.toHaveProperty('before');
  const [gone] = moneyDeltas([config('ml.g6.xlarge', 1)], [], context);
  expect(gone).toMatchObject({ before: 1460, inputs: { count: 1 } });
  expect(gone).not.toHaveProperty('after');
});

test('variants add up, and an estimate among them makes an estimate', () => {
  const two = node('AWS::SageMaker::EndpointConfig', {
    ProductionVariants: [{ InstanceType: 'ml.g6.xlarge', InitialInstanceCount: 1 }],
    ShadowProductionVariants: [{ InstanceType: 'ml.p5.48xlarge', InitialInstanceCount: 2 }],
  });
  expect(moneyDeltas([], [two], context)).toMatchObject([
    { after: 1460 + 73_000, inputs: { item: 'ml.p5.48xlarge', count: 2, estimated: true } },
  ]);
});

test.each([
  [
    'a type that is a parameter',
    config('x', 1).type,
    { ProductionVariants: [{ InstanceType: { Ref: 'T' }, InitialInstanceCount: 1 }] },
    /instance type is known only/,
  ],
  [
    'a count that is a parameter',
    config('x', 1).type,
    { ProductionVariants: [{ InstanceType: 'ml.g6.xlarge', InitialInstanceCount: { Ref: 'N' } }] },
    /number of ml.g6.xlarge is known only/,
  ],
  [
    'a serverless variant',
    config('x', 1).type,
    { ProductionVariants: [{ ServerlessConfig: { MaxConcurrency: 5 } }] },
    /by use/,
  ],
  ['a knowledge base', 'AWS::Bedrock::KnowledgeBase', {}, /by use/],
  ['a search service', 'azure-native:search:Service', {}, /no price of it/],
  [
    'reserved units',
    'azure-native:cognitiveservices:Deployment',
    { sku: { name: 'GlobalProvisionedManaged', capacity: 100 } },
    /provisioned throughput/,
  ],
  ['tokens', 'azurerm_cognitive_deployment', { sku: [{ name: 'GlobalStandard' }] }, /by use/],
] as const)('%s has no figure, with the reason', (_name, type, properties, reason) => {
  const [delta] = moneyDeltas([], [node(type, properties)], context);
  expect(delta?.unknown).toMatch(reason);
  expect(delta).not.toHaveProperty('after');
});

test('a region that is not known, or has no price, is said', () => {
  expect(moneyDeltas([], [config('ml.g6.xlarge', 1)], { prices, regionOf: () => undefined })[0]?.unknown).toBe(
    'the region is not known',
  );
  expect(moneyDeltas([], [config('ml.g6.xlarge', 1)], { prices, regionOf: () => 'eu-south-2' })[0]?.unknown).toBe(
    'the catalogue has no price of ml.g6.xlarge in eu-south-2',
  );
});

test.each([
  ['AWS::EC2::Instance', { InstanceType: 'g6.xlarge' }, 1],
  ['AWS::EKS::Nodegroup', { InstanceTypes: ['g6.xlarge'], ScalingConfig: { MinSize: 2, MaxSize: 9 } }, 2],
  ['aws_eks_node_group', { instance_types: ['g6.xlarge'], scaling_config: [{ desired_size: 3 }] }, 3],
  [
    'aws_sagemaker_endpoint_configuration',
    { production_variants: [{ instance_type: 'ml.g6.xlarge', initial_instance_count: 4, serverless_config: [] }] },
    4,
  ],
  [
    'azure-native:machinelearningservices:OnlineDeployment',
    { onlineDeploymentProperties: { instanceType: 'Standard_NC24ads_A100_v4' }, sku: { capacity: 2 } },
    2,
  ],
  ['azure-native:containerservice:AgentPool', { vmSize: 'Standard_NC24ads_A100_v4', count: 5 }, 5],
  ['azurerm_kubernetes_cluster_node_pool', { vm_size: 'Standard_NC24ads_A100_v4', node_count: 6 }, 6],
  [
    'azurerm_machine_learning_compute_cluster',
    { vm_size: 'Standard_NC24ads_A100_v4', scale_settings: [{ min_node_count: 1 }] },
    1,
  ],
] as const)('%s is billed by the hour', (type, properties, count) => {
  expect(moneyDeltas([], [node(type, properties)], context)).toMatchObject([
    { after: count * 1460, inputs: { count } },
  ]);
});
