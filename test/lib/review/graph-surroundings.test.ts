import type { Json } from '../../../lib/constraints/json';
import { graphSurroundings } from '../../../lib/review/graph-surroundings';
import { resourceNode } from '../../helpers/resource-node';

const endpoint = 'AWS::SageMaker::Endpoint';
const node = (logicalId: string, type: string, more: object = {}) =>
  resourceNode({ type, address: `deployment/${logicalId}`, stack: 'deployment', ...more });
const asking = node('Component', 'AWS::SageMaker::InferenceComponent');
const around = graphSurroundings(
  [
    node('Chat', endpoint, { properties: { EndpointName: 'chat' } }),
    node('Config', 'AWS::SageMaker::EndpointConfig'),
    resourceNode({ type: endpoint, address: 'other/Search', stack: 'other', properties: { EndpointName: 'search' } }),
    resourceNode({ type: endpoint, address: 'deployment/Prod', environment: 'prod', stack: 'deployment' }),
    asking,
  ],
  (environment) => (environment === 'dev' ? 'eu-central-1' : undefined),
)(asking);

test.each<[string, Json, string]>([
  ['Ref', { Ref: 'Chat' }, 'Chat'],
  ['Fn::GetAtt as a list', { 'Fn::GetAtt': ['Chat', 'EndpointName'] }, 'Chat'],
  ['Fn::GetAtt as text', { 'Fn::GetAtt': 'Chat.EndpointName' }, 'Chat'],
  ['Fn::Sub of one attribute', { 'Fn::Sub': '${Chat.EndpointName}' }, 'Chat'],
  ['its name', 'chat', 'Chat'],
  ['the name of a resource in another stack', 'search', 'Search'],
])('a resource is known by %s', (_name, value, logicalId) => {
  expect(around.named([endpoint], value)).toMatchObject({ logicalId });
});

test.each<[string, Json]>([
  ['a resource of another type', { Ref: 'Config' }],
  ['a parameter', { Ref: 'EndpointName' }],
  ['a resource of another stack', { Ref: 'Search' }],
  ['a resource of another environment', { Ref: 'Prod' }],
  ['a name that nothing declares', 'translate'],
  ['a longer text', { 'Fn::Sub': '${Chat}-2' }],
  ['a name of an object prototype', 'constructor'],
])('%s is unknown, never absent', (_name, value) => {
  expect(around.named([endpoint], value)).toBe('unknown');
});

test('lists the resources of the environment, knows its region and no objects', () => {
  expect(around.list(endpoint).map(({ logicalId }) => logicalId)).toEqual(['Chat', 'Search']);
  expect(around.region).toBe('eu-central-1');
  expect(around.complete).toBeUndefined();
  expect(around.holdsObject('bucket', 'key')).toBeUndefined();
});

test('what a resource of another stack refers to is looked up in that stack, where the same logical id may be another resource', () => {
  const config = 'AWS::SageMaker::EndpointConfig';
  const inStack = (stack: string, logicalId: string, type: string, properties: object) =>
    resourceNode({ type, address: `${stack}/${logicalId}`, stack, properties: properties as Record<string, Json> });
  const target = inStack('scaling', 'Target', 'AWS::ApplicationAutoScaling::ScalableTarget', {});
  const graph = [
    inStack('serving', 'Chat', endpoint, { EndpointName: 'chat', EndpointConfigName: { Ref: 'Config' } }),
    inStack('serving', 'Config', config, { Tags: [] }),
    inStack('scaling', 'Config', config, {}),
    inStack('scaling', 'Own', endpoint, { EndpointName: 'own', EndpointConfigName: { Ref: 'Config' } }),
    target,
  ];
  const { named, list } = graphSurroundings(graph, () => undefined)(target);
  const configOf = (name: string): unknown => {
    const found = named([endpoint], name);
    return typeof found === 'string' ? found : named([config], found.properties['EndpointConfigName']);
  };
  expect(configOf('chat')).toMatchObject({ properties: { Tags: [] } });
  expect(configOf('own')).toMatchObject({ properties: {} });
  expect(list(endpoint).map(({ properties }) => named([config], properties['EndpointConfigName']))).toEqual([
    expect.objectContaining({ properties: { Tags: [] } }),
    expect.objectContaining({ properties: {} }),
  ]);
});
