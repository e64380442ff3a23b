import { readAssembly } from '../../../lib/graph/read-assembly';

const foundation = {
  Resources: {
    Key: {
      Type: 'AWS::KMS::Key',
      DeletionPolicy: 'Retain',
      Metadata: { 'aws:cdk:path': 'dev/foundation/Key/Resource' },
    },
    KeyArn: {
      Type: 'AWS::SSM::Parameter',
      Properties: { Name: '/llmops/p/dev/foundation/key-arn', Value: { 'Fn::GetAtt': ['Key', 'Arn'] } },
    },
  },
};
const integration = {
  Parameters: {
    KeyArnParameter: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/llmops/p/dev/foundation/key-arn' },
    Elsewhere: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/someone/else' },
  },
  Resources: {
    Bucket: { Type: 'AWS::S3::Bucket', Properties: { Kms: { Ref: 'KeyArnParameter' }, Other: { Ref: 'Elsewhere' } } },
    Policy: {
      Type: 'AWS::S3::BucketPolicy',
      DependsOn: 'Bucket',
      Properties: {
        Text: { 'Fn::Sub': ['${Bucket.Arn}/${local} ${!literal} ${AWS::Region}', { local: { Ref: 'Role' } }] },
      },
    },
    Role: { Type: 'AWS::IAM::Role' },
  },
};

function nodes(environment = 'dev') {
  return readAssembly([
    { environment, stack: 'integration', template: integration },
    { environment: 'dev', stack: 'foundation', template: foundation },
  ]);
}

function node(address: string, environment = 'dev') {
  return nodes(environment).find((found) => found.address === address);
}

test('sorts nodes by stack and address whatever the order of the stacks', () => {
  expect(nodes().map(({ address }) => address)).toEqual([
    'foundation/Key',
    'foundation/KeyArn',
    'integration/Bucket',
    'integration/Policy',
    'integration/Role',
  ]);
});

test('draws an edge from a parameter reader to the declaration in another stack', () => {
  expect(node('integration/Bucket')?.dependsOn).toEqual(['foundation/KeyArn']);
});

test('draws no edge to the same parameter path of another environment', () => {
  expect(node('integration/Bucket', 'qa')?.dependsOn).toEqual([]);
});

test('reads Ref, GetAtt, Sub and DependsOn as edges and leaves literals and pseudo parameters alone', () => {
  expect(node('foundation/KeyArn')?.dependsOn).toEqual(['foundation/Key']);
  expect(node('integration/Policy')?.dependsOn).toEqual(['integration/Bucket', 'integration/Role']);
});

test('marks what holds data, whether it is retained, and where it was declared', () => {
  expect(node('foundation/Key')).toMatchObject({
    stateful: true,
    retained: true,
    source: 'dev/foundation/Key/Resource',
  });
  expect(node('integration/Bucket')).toMatchObject({ stateful: true, retained: false });
  expect(node('integration/Role')).toMatchObject({ stateful: false });
});
