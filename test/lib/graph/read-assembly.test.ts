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

describe('order', () => {
  const template = { Resources: { B: { Type: 'T' }, A: { Type: 'T' } } };
  const inputs = [
    { environment: 'dev', stack: 'y', template },
    { environment: 'dev', stack: 'z', template },
    { environment: 'qa', stack: 'x', template },
    { environment: 'qa', stack: 'y', template },
  ];
  const expected = ['dev y/A', 'dev y/B', 'dev z/A', 'dev z/B', 'qa x/A', 'qa x/B', 'qa y/A', 'qa y/B'];

  test.each([
    ['as given', inputs],
    ['the other way round', inputs.toReversed()],
  ])('is environment, stack, address: %s', (_name, stacks) => {
    expect(readAssembly(stacks).map(({ environment, address }) => `${environment} ${address}`)).toEqual(expected);
  });
});

describe('a resource', () => {
  function dependsOf(resource: object, parameters?: unknown): readonly string[] | undefined {
    const template = { Parameters: parameters, Resources: { A: { Type: 'T' }, B: { Type: 'T' }, X: resource } };
    const stacks = [
      { environment: 'e', stack: 's', template },
      { environment: 'e', stack: 'other', template: publisher },
    ];
    return readAssembly(stacks).find(({ address }) => address === 's/X')?.dependsOn;
  }
  const publisher = {
    Resources: {
      Named: { Type: 'AWS::SSM::Parameter', Properties: { Name: '/e/named' } },
      Unnamed: { Type: 'AWS::SSM::Parameter' },
      List: { Type: 'AWS::SSM::Parameter', Properties: { Name: ['/e/list'] } },
      Other: { Type: 'AWS::IAM::Role', Properties: { Name: '/e/role' } },
    },
  };

  test.each<[string, object, readonly string[]]>([
    ['waits for nothing', { Type: 'T' }, []],
    ['waits for the one it names', { Type: 'T', DependsOn: 'A' }, ['s/A']],
    ['waits for every one of a list, sorted', { Type: 'T', DependsOn: ['B', 'A'] }, ['s/A', 's/B']],
    ['does not wait for itself', { Type: 'T', Properties: { x: { Ref: 'X' } } }, []],
    ['does not wait for what the template lacks', { Type: 'T', DependsOn: ['toString', 'Gone'] }, []],
  ])('%s', (_name, resource, expected) => {
    expect(dependsOf(resource)).toEqual(expected);
  });

  const value = 'AWS::SSM::Parameter::Value<String>';
  test.each<[string, unknown, readonly string[]]>([
    ['no parameters', null, []],
    ['a path that is published', { P: { Type: value, Default: '/e/named' } }, ['other/Named']],
    [
      'a list of values',
      { P: { Type: 'AWS::SSM::Parameter::Value<List<String>>', Default: '/e/named' } },
      ['other/Named'],
    ],
    ['a path as text', { P: { Type: 'String', Default: '/e/named' } }, []],
    ['the name of a parameter', { P: { Type: 'AWS::SSM::Parameter::Name', Default: '/e/named' } }, []],
    ['a parameter without a type', { P: { Default: '/e/named' } }, []],
    ['a parameter without a path', { P: { Type: value } }, []],
    ['a path that is no text', { P: { Type: value, Default: ['/e/named'] } }, []],
    ['a name that is no text', { P: { Type: value, Default: '/e/list' } }, []],
    ['the name of another kind of resource', { P: { Type: value, Default: '/e/role' } }, []],
    ['an empty declaration', { P: null }, []],
  ])('with %s', (_name, parameters, expected) => {
    expect(dependsOf({ Type: 'T', Properties: { x: { Ref: 'P' } } }, parameters)).toEqual(expected);
  });
});

test.each<[unknown, unknown, object]>([
  ['Retain', 'Retain', { retained: true }],
  ['Retain', undefined, { retained: true, retainedOnReplace: false }],
  ['RetainExceptOnCreate', 'Retain', { retained: true }],
  ['Delete', undefined, { retained: false }],
  ['Delete', 'Retain', { retained: false, retainedOnReplace: true }],
  ['Snapshot', 'Snapshot', { retained: false }],
  [undefined, undefined, { retained: false }],
  [{ Ref: 'Policy' }, undefined, { retained: false }],
])('DeletionPolicy %j and UpdateReplacePolicy %j keep the resource: %j', (onDelete, onReplace, retained) => {
  const policies = Object.entries({ DeletionPolicy: onDelete, UpdateReplacePolicy: onReplace });
  const given = Object.fromEntries(policies.filter(([, policy]) => policy !== undefined));
  const template = { Resources: { A: { Type: 'T', ...given } } };
  expect(readAssembly([{ environment: 'e', stack: 's', template }])).toStrictEqual([
    {
      environment: 'e',
      cloud: 'aws',
      stack: 's',
      address: 's/A',
      type: 'T',
      properties: {},
      dependsOn: [],
      stateful: false,
      ...retained,
    },
  ]);
});

test.each([[undefined], [null], ['text'], [{}], [{ Resources: null }]])(
  'a template %j has no resources',
  (template) => {
    expect(readAssembly([{ environment: 'e', stack: 's', template }])).toEqual([]);
  },
);

describe('a nested stack', () => {
  const inner = {
    Parameters: {
      Key: { Type: 'String' },
      Size: { Type: 'Number', Default: 3 },
      Password: { Type: 'String', NoEcho: true },
      Names: { Type: 'CommaDelimitedList', Default: 'a,b' },
    },
    Resources: {
      Table: {
        Type: 'AWS::DynamoDB::Table',
        Properties: {
          Key: { Ref: 'Key' },
          Size: { Ref: 'Size' },
          Text: { 'Fn::Sub': 'size-${Size}' },
          Mixed: { 'Fn::Sub': '${Size}-${AWS::Region}' },
          Password: { Ref: 'Password' },
          Names: { Ref: 'Names' },
        },
      },
    },
    Outputs: { Name: { Value: { Ref: 'Table' } }, Literal: { Value: 'x' } },
  };
  const outer = {
    Resources: {
      Encryption: { Type: 'AWS::KMS::Key' },
      Data: {
        Type: 'AWS::CloudFormation::Stack',
        Properties: { Parameters: { Key: { 'Fn::GetAtt': ['Encryption', 'Arn'] }, Password: 'not-printed' } },
      },
      Reader: { Type: 'T', Properties: { Table: { 'Fn::GetAtt': ['Data', 'Outputs.Name'] } } },
      Text: { Type: 'T', Properties: { Table: { 'Fn::Sub': '${Data.Outputs.Name}' } } },
      Literal: { Type: 'T', Properties: { Table: { 'Fn::GetAtt': ['Data', 'Outputs.Literal'] } } },
    },
  };
  const nested = readAssembly([
    { environment: 'dev', stack: 'app', template: outer, nested: new Map([['Data', { template: inner }]]) },
  ]);
  const found = (address: string) => nested.find((one) => one.address === address);

  test('has its nodes in a stack of its own, with literal parameters resolved and secret ones not', () => {
    expect(found('app/Data/Table')).toMatchObject({
      stack: 'app/Data',
      properties: {
        Key: { Ref: 'Key' },
        Size: 3,
        Text: 'size-3',
        Mixed: { 'Fn::Sub': '3-${AWS::Region}' },
        Password: { Ref: 'Password' },
        Names: { Ref: 'Names' },
      },
    });
  });

  test('has edges in through parameters and out through outputs', () => {
    expect(found('app/Data/Table')?.dependsOn).toEqual(['app/Encryption']);
    expect(found('app/Reader')?.dependsOn).toEqual(['app/Data', 'app/Data/Table']);
    expect(found('app/Text')?.dependsOn).toEqual(['app/Data', 'app/Data/Table']);
    expect(found('app/Literal')?.dependsOn).toEqual(['app/Data']);
  });
});

test('draws an edge from an imported value to what exports it', () => {
  const publisher = {
    Resources: { Key: { Type: 'AWS::KMS::Key' } },
    Outputs: { KeyArn: { Value: { 'Fn::GetAtt': ['Key', 'Arn'] }, Export: { Name: 'app:KeyArn' } } },
  };
  const reader = { Resources: { Bucket: { Type: 'T', Properties: { Key: { 'Fn::ImportValue': 'app:KeyArn' } } } } };
  const graph = readAssembly([
    { environment: 'dev', stack: 'reader', template: reader },
    { environment: 'dev', stack: 'publisher', template: publisher },
  ]);
  expect(graph.at(-1)?.dependsOn).toEqual(['publisher/Key']);
});
