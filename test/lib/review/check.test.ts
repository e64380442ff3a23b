import type { ResourceNode } from '../../../lib/graph';
import type { RuleContext } from '../../../lib/review';
import { check, rules } from '../../../lib/review';

function node(overrides: Partial<ResourceNode> & Pick<ResourceNode, 'type'>): ResourceNode {
  return {
    environment: 'dev',
    cloud: overrides.type.startsWith('azure') ? 'azure' : 'aws',
    stack: 'foundation',
    address: 'foundation/Thing',
    properties: {},
    dependsOn: [],
    stateful: false,
    retained: false,
    ...overrides,
  };
}

function found(graph: readonly ResourceNode[], context: RuleContext = { plannedNames: new Set() }): string[] {
  return check(graph, rules, context).findings.map(({ rule, path }) => (path === '' ? rule : `${rule} ${path}`));
}

const policy = (statement: ResourceNode['properties']): ResourceNode =>
  node({ type: 'AWS::IAM::Policy', properties: { PolicyDocument: { Statement: [statement] } } });

test.each([
  ['an action and a resource by name', { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' }, []],
  [
    'every action of a service',
    { Effect: 'Allow', Action: ['s3:*'], Resource: 'arn:aws:s3:::b' },
    ['iam-no-wildcard PolicyDocument.Statement.0.Action'],
  ],
  [
    'an action on everything',
    { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
    ['iam-no-wildcard PolicyDocument.Statement.0.Resource'],
  ],
  ['everything denied', { Effect: 'Deny', Action: '*', Resource: '*' }, []],
  [
    'only actions without resource level',
    { Effect: 'Allow', Action: ['ecr:GetAuthorizationToken'], Resource: '*' },
    [],
  ],
  [
    'one narrow action among those without resource level',
    { Effect: 'Allow', Action: ['ecr:GetAuthorizationToken', 'ecr:BatchGetImage'], Resource: '*' },
    ['iam-no-wildcard PolicyDocument.Statement.0.Resource'],
  ],
])('judges a policy with %s', (_name, statement, expected) => {
  expect(found([policy(statement)])).toEqual(expected);
});

test('reads the inline policies of a role', () => {
  const role = node({
    type: 'AWS::IAM::Role',
    properties: { Policies: [{ PolicyDocument: { Statement: { Effect: 'Allow', Action: '*', Resource: 'a' } } }] },
  });
  expect(found([role])).toEqual(['iam-no-wildcard Policies.0.PolicyDocument.Statement.0.Action']);
});

test.each([
  ['off', { publicNetworkAccess: 'Disabled' }, []],
  ['off in nested properties', { properties: { publicNetworkAccess: 'disabled' } }, []],
  ['on', { publicNetworkAccess: 'Enabled' }, ['azure-no-public-network publicNetworkAccess']],
  ['left to the SDK', {}, ['azure-no-public-network publicNetworkAccess']],
])('judges a search service with public access %s', (_name, properties, expected) => {
  expect(found([node({ type: 'azure-native:search:Service', properties })])).toEqual(expected);
});

test('fails data that is deleted where other data of the environment and cloud is retained', () => {
  const kept = node({ type: 'AWS::S3::Bucket', stateful: true, retained: true });
  const lost = node({ type: 'AWS::DynamoDB::Table', stateful: true, address: 'foundation/Lost' });
  expect(found([kept, lost])).toEqual(['stateful-retained']);
  expect(found([kept, { ...lost, environment: 'qa' }])).toEqual([]);
  expect(found([lost])).toEqual([]);
});

test('fails a name the plan did not issue and says so when there is no plan', () => {
  const bucket = node({ type: 'AWS::S3::Bucket', properties: { BucketName: 'mine' } });
  expect(found([bucket])).toEqual(['name-from-plan BucketName']);
  expect(found([bucket], { plannedNames: new Set(['mine']) })).toEqual([]);
  expect(check([bucket], rules).silent).toEqual([{ rule: 'name-from-plan', reason: 'no plan was given' }]);
});

test('fails a custom resource', () => {
  expect(found([node({ type: 'Custom::S3AutoDeleteObjects' })])).toEqual(['no-custom-resource']);
});
