import type { PropertyValue, ResourceNode } from '../../../../lib/graph';
import type { PriceBook } from '../../../../lib/review/money';
import { moneyDeltas } from '../../../../lib/review/money';

const price = { usdPerHour: 2, asOf: '2026-11-01', source: 'a price list', estimated: false };
const prices: PriceBook = {
  isAccelerated: (type) => /g6|p5|NC|ND/.test(type),
  use: (use) => useOf(use),
  hour: (_service, type, region) => {
    if (region !== 'eu-west-1') return undefined;
    return type === 'ml.p5.48xlarge' ? { ...price, usdPerHour: 50, estimated: true } : price;
  },
};
const context = { prices, regionOf: () => 'eu-west-1' };

/** Every model but gpt-0 costs a dollar for each character of its name. */
function useOf(use: Parameters<PriceBook['use']>[0]): ReturnType<PriceBook['use']> {
  const name = 'model' in use ? use.model : use.service;
  const { asOf, source } = price;
  return name === 'gpt-0'
    ? undefined
    : [{ unit: 'million input tokens', usd: name.length, asOf, source, estimated: false }];
}

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
  ['a flow', 'AWS::Bedrock::Flow', {}, /by use/],
  ['a knowledge base without a model', 'AWS::Bedrock::KnowledgeBase', {}, /model that is known only/],
  ['a search service without a tier', 'azure-native:search:Service', {}, /known only after/],
  ['an account that speaks', 'azurerm_cognitive_account', { kind: 'SpeechServices' }, /SpeechServices/],
  [
    'a model that nobody prices',
    'azurerm_cognitive_deployment',
    { model: [{ name: 'gpt-0', version: '1' }], sku: [{ name: 'GlobalStandard' }] },
    /no price of gpt-0 1 on GlobalStandard in eu-west-1/,
  ],
  [
    'reserved units',
    'azure-native:cognitiveservices:Deployment',
    { sku: { name: 'GlobalProvisionedManaged', capacity: 100 } },
    /provisioned throughput/,
  ],
  [
    'tokens of no model',
    'azurerm_cognitive_deployment',
    { sku: [{ name: 'GlobalStandard' }] },
    /model that is known only/,
  ],
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

test('a model that is replaced has the price of a unit on both sides, and no figure of a month', () => {
  const deployment = (name: string): ResourceNode =>
    node('azure-native:cognitiveservices:Deployment', {
      properties: { model: { format: 'OpenAI', name, version: '1' } },
      sku: { name: 'GlobalStandard', capacity: 10 },
    });
  const from = { region: 'eu-west-1', asOf: '2026-11-01', source: 'a price list' };
  expect(moneyDeltas([deployment('gpt-1')], [deployment('gpt-12')], context)).toEqual([
    {
      environment: 'prod',
      cloud: 'azure',
      address: 'stack/One',
      type: 'azure-native:cognitiveservices:Deployment',
      rates: [
        {
          unit: 'million input tokens',
          before: { usd: 5, item: 'gpt-1 1 on GlobalStandard', ...from },
          after: { usd: 6, item: 'gpt-12 1 on GlobalStandard', ...from },
        },
      ],
    },
  ]);
  expect(moneyDeltas([deployment('gpt-1')], [deployment('gpt-1')], context)).toEqual([]);
});

test.each<[string, Record<string, PropertyValue>, string]>([
  ['AWS::Bedrock::Agent', { FoundationModel: 'us.amazon.nova-pro-v1:0' }, 'amazon.nova-pro-v1:0'],
  [
    'AWS::Bedrock::Agent',
    { FoundationModel: { 'Fn::Sub': 'arn:aws:bedrock:${AWS::Region}::foundation-model/amazon.nova-pro-v1:0' } },
    'amazon.nova-pro-v1:0',
  ],
  [
    'aws_bedrockagent_knowledge_base',
    {
      knowledge_base_configuration: [
        {
          vector_knowledge_base_configuration: [{ embedding_model_arn: 'arn:aws:bedrock:x::foundation-model/a.b-v1' }],
        },
      ],
    },
    'a.b-v1',
  ],
  ['aws:bedrock/agentAgent:AgentAgent', { foundationModel: 'a.b-v2:0' }, 'a.b-v2:0'],
  ['aws:bedrock/agentcoreAgentRuntime:AgentcoreAgentRuntime', {}, 'agentcore-session'],
  ['aws-native:bedrockagentcore:Gateway', { protocolType: 'MCP' }, 'agentcore-gateway'],
])('%s is billed by units of use', (type, properties, item) => {
  expect(moneyDeltas([], [node(type, properties)], context)).toMatchObject([{ rates: [{ after: { item } }] }]);
});

test.each<[string, Record<string, PropertyValue>, number, string]>([
  ['AWS::Kendra::Index', { Edition: 'GEN_AI_ENTERPRISE_EDITION' }, 1, 'GEN_AI_ENTERPRISE_EDITION'],
  ['AWS::NeptuneGraph::Graph', { ProvisionedMemory: 16, ReplicaCount: 2 }, 48, 'm-NCU'],
  ['AWS::OpenSearchServerless::Collection', {}, 2, 'OCU'],
  ['aws_opensearchserverless_collection', { standby_replicas: 'DISABLED' }, 1, 'OCU'],
  ['AWS::OpenSearchService::Domain', { ClusterConfig: { InstanceType: 'r6g.large.search' } }, 1, 'r6g.large.search'],
  ['azurerm_search_service', { sku: 'Standard', replica_count: 3, partition_count: 2 }, 6, 'standard'],
  ['AWS::SageMaker::NotebookInstance', { InstanceType: 'ml.t3.medium' }, 1, 'ml.t3.medium'],
  ['aws:eks/nodeGroup:NodeGroup', { instanceTypes: ['g6.xlarge'], scalingConfig: { desiredSize: 2 } }, 2, 'g6.xlarge'],
])('%s is billed by units of capacity', (type, properties, count, item) => {
  expect(moneyDeltas([], [node(type, properties)], context)).toMatchObject([
    { after: count * 1460, inputs: { item, count } },
  ]);
});

test('a deployment of a model is where its account is', () => {
  const account = { ...node('azure-native:cognitiveservices:Account', { location: 'x' }, 'stack/Account') };
  const child = {
    ...node('azure-native:cognitiveservices:Deployment', { properties: { model: { name: 'gpt-1' } } }),
    dependsOn: ['stack/Account'],
  };
  const regionOf = ({ properties: { location } }: ResourceNode): string | undefined =>
    typeof location === 'string' ? location : undefined;
  expect(moneyDeltas([], [account, child], { prices, regionOf, region: 'eu-west-1' })).toMatchObject([
    { rates: [{ after: { region: 'x', item: 'gpt-1 on Standard' } }] },
  ]);
  expect(moneyDeltas([], [{ ...child, dependsOn: [] }], { prices, regionOf, region: 'eu-west-1' })).toMatchObject([
    { rates: [{ after: { region: 'eu-west-1' } }] },
  ]);
});

test('an endpoint whose configuration a custom resource makes is not free', () => {
  const endpoint = { ...node('AWS::SageMaker::Endpoint', {}), dependsOn: ['stack/Config'] };
  const custom = node('Custom::EndpointConfig', {}, 'stack/Config');
  expect(moneyDeltas([], [endpoint, custom], context)[0]?.unknown).toMatch(/custom resource/);
  expect(moneyDeltas([], [endpoint, { ...config('ml.g6.xlarge', 1), address: 'stack/Config' }], context)).toHaveLength(
    1,
  );
});

test('a resource that the comparison takes for the same under another address has both sides', () => {
  const before = { ...config('ml.g6.xlarge', 1), address: 'stack/Former' };
  const renamed = new Map([['prod\u0000aws\u0000stack/One', 'prod\u0000aws\u0000stack/Former']]);
  expect(moneyDeltas([before], [config('ml.g6.xlarge', 2)], context, renamed)).toMatchObject([
    { address: 'stack/One', from: 'stack/Former', before: 1460, after: 2920 },
  ]);
});

test('what is moved at the same price is listed with both prices, and what has none is not', () => {
  const at = (address: string, type: string): ResourceNode => ({ ...config(type, 1), address });
  const renamed = new Map([['prod\u0000aws\u0000stack/One', 'prod\u0000aws\u0000stack/Former']]);
  expect(
    moneyDeltas([at('stack/Former', 'ml.g6.xlarge')], [at('stack/One', 'ml.g6.xlarge')], context, renamed),
  ).toMatchObject([{ from: 'stack/Former', before: 1460, after: 1460, inputs: { count: 1 } }]);
  const open = (address: string): ResourceNode => ({ ...config('ml.g6.xlarge', { Ref: 'Count' }), address });
  expect(moneyDeltas([open('stack/Former')], [open('stack/One')], context, renamed)).toEqual([]);
});

test('a parameter is priced by its default, as an estimate that says so', () => {
  const notebook = node('AWS::SageMaker::NotebookInstance', { InstanceType: { Ref: 'Type' } });
  const withDefault = { ...context, defaults: { base: undefined, next: () => ({ Type: 'ml.t3.medium' }) } };
  const [delta] = moneyDeltas([], [notebook], withDefault);
  expect(delta).toMatchObject({ after: 1460, inputs: { item: 'ml.t3.medium', estimated: true } });
  expect(delta?.inputs?.source).toMatch(/by the defaults/);
  expect(moneyDeltas([], [notebook], context)[0]?.unknown).toMatch(/known only after/);
});
