import { processedText } from '../../../../../lib/local/aws/cloudformation/processed-template';
import { Engine, output } from '../engine';

const topic = (name: unknown) => ({ Type: 'AWS::SNS::Topic', Properties: { DisplayName: name } });
const extended = { Transform: 'AWS::LanguageExtensions' };

test('loops over a parameter make resources, conditions and outputs', () => {
  const engine = new Engine();
  const template = {
    ...extended,
    Parameters: { Names: { Type: 'CommaDelimitedList', Default: 'none' } },
    Conditions: { 'Fn::ForEach::Is': ['N', { Ref: 'Names' }, { 'Is${N}': { 'Fn::Equals': [{ Ref: 'N' }, 'Red'] } }] },
    Resources: {
      'Fn::ForEach::Topics': [
        'N',
        { Ref: 'Names' },
        { 'Topic${N}': topic({ 'Fn::If': ['Is${N}', 'the red one', { 'Fn::Sub': '${N} of ${AWS::Region}' }] }) },
      ],
    },
    Outputs: {
      'Fn::ForEach::Out': [
        'N',
        { Ref: 'Names' },
        { 'Name${N}': { Value: { 'Fn::GetAtt': ['Topic${N}', 'TopicName'] } } },
      ],
      Count: { Value: { 'Fn::Length': { Ref: 'Names' } } },
      Json: { Value: { 'Fn::ToJsonString': { names: { Ref: 'Names' } } } },
    },
  };
  const stack = engine.deploy(engine.stack('S'), template, { Names: 'Red,Blue' });
  expect(stack.status).toBe('CREATE_COMPLETE');
  const names = stack
    .deployed()
    .map(({ declaration, properties }) => [declaration.logicalId, properties['DisplayName']]);
  expect(names).toEqual([
    ['TopicRed', 'the red one'],
    ['TopicBlue', 'Blue of eu-central-1'],
  ]);
  expect(output(stack, 'NameBlue')).toMatch(/^S-TopicBlue-/);
  expect(output(stack, 'Count')).toBe('2');
  expect(output(stack, 'Json')).toBe('{"names":["Red","Blue"]}');
  expect(engine.deploy(stack, template, { Names: 'Blue' }).status).toBe('UPDATE_COMPLETE');
  expect(stack.deployed().map(({ declaration }) => declaration.logicalId)).toEqual(['TopicBlue']);
});

test('nested loops read mappings, and functions stand in mapping names', () => {
  const engine = new Engine();
  const stack = engine.deploy(engine.stack('S'), {
    ...extended,
    Mappings: { Sizes: { dev: { Names: ['a', 'b'] }, prod: { Names: ['c'] } } },
    Resources: {
      'Fn::ForEach::Stage': [
        'Stage',
        ['dev', 'prod'],
        {
          'Fn::ForEach::Name': [
            'Name',
            { 'Fn::FindInMap': ['Sizes', { Ref: 'Stage' }, 'Names'] },
            {
              '${Stage}${Name}': topic({
                'Fn::FindInMap': [{ 'Fn::Sub': 'Size${Name}' }, 'x', 'y', { DefaultValue: '${Stage}-${Name}' }],
              }),
            },
          ],
        },
      ],
    },
  });
  expect(stack.deployed().map(({ properties }) => properties['DisplayName'])).toEqual(['dev-a', 'dev-b', 'prod-c']);
});

test('a policy that is a function has its value, and an unknown one is refused', () => {
  const engine = new Engine();
  const template = {
    ...extended,
    Parameters: { Keep: { Type: 'String', Default: 'Retain' } },
    Resources: { B: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'kept' }, DeletionPolicy: { Ref: 'Keep' } } },
  };
  engine.destroy(engine.deploy(engine.stack('S'), template));
  expect(engine.cloud.buckets.has('kept')).toBe(true);
  expect(() => engine.plan(engine.stack('T'), template, { Keep: 'Never' })).toThrow(
    'DeletionPolicy of resource B has the unknown value "Never"',
  );
  expect(() => engine.plan(engine.stack('T'), template, { Keep: 'Snapshot' })).toThrow(
    'resource type AWS::S3::Bucket does not support deletion policy Snapshot',
  );
});

test('a collection that is no list is refused', () => {
  const engine = new Engine();
  const loop = ['N', { Ref: 'AWS::Region' }, { 'T${N}': topic('x') }];
  expect(() => engine.plan(engine.stack('S'), { ...extended, Resources: { 'Fn::ForEach::L': loop } })).toThrow(
    'Fn::ForEach could not resolve the collection {"Ref":"AWS::Region"} to a list',
  );
});

test('Fn::GetStackOutput reads a stack of another region, and with a role of another account', () => {
  const engine = new Engine();
  const made = (account: string, region: string): void => {
    engine.deploy(engine.stack('Net', account, region), {
      Resources: {
        T: topic('x'),
        Reader: {
          Type: 'AWS::IAM::Role',
          Properties: {
            RoleName: 'reader',
            AssumeRolePolicyDocument: {
              Version: '2012-10-17',
              Statement: [{ Effect: 'Allow', Principal: { AWS: '111111111111' }, Action: 'sts:AssumeRole' }],
            },
          },
        },
      },
      Outputs: { Place: { Value: `${account} ${region}` } },
    });
  };
  made('111111111111', 'us-east-1');
  made('222222222222', 'eu-central-1');
  const read = (more: Readonly<Record<string, string>>, OutputName = 'Place'): string | undefined =>
    output(
      engine.deploy(engine.stack('Reader'), {
        Resources: { T: topic('y') },
        Outputs: { O: { Value: { 'Fn::GetStackOutput': { StackName: 'Net', OutputName, ...more } } } },
      }),
      'O',
    );
  expect(read({ Region: 'us-east-1' })).toBe('111111111111 us-east-1');
  expect(read({ RoleArn: 'arn:aws:iam::222222222222:role/reader' })).toBe('222222222222 eu-central-1');
  expect(() => read({})).toThrow('Stack with id Net does not exist');
  expect(() => read({ Region: 'us-east-1' }, 'None')).toThrow('the stack has no output None; it has [Place]');
  expect(() => read({ RoleArn: 'arn:aws:iam::222222222222:role/other' })).toThrow('other does not exist');
  expect(() => read({ RoleArn: 'reader' })).toThrow('RoleArn is not the ARN of a role: reader');
  expect(() => read({ RoleArn: 'arn:aws-cn:iam::222222222222:role/reader' })).toThrow('is in partition aws-cn');
});

test('rules read attributes of networks that exist', () => {
  const engine = new Engine();
  engine.deploy(engine.stack('Net'), {
    Resources: {
      V: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16', Tags: [{ Key: 'Stage', Value: 'dev' }] } },
      S: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: { Ref: 'V' }, CidrBlock: '10.0.0.0/24' } },
    },
    Outputs: { Vpc: { Value: { Ref: 'V' } }, Subnet: { Value: { Ref: 'S' } } },
  });
  const net = engine.stack('Net');
  const template = {
    Parameters: { Vpc: { Type: 'AWS::EC2::VPC::Id' }, Subnets: { Type: 'List<AWS::EC2::Subnet::Id>' } },
    Rules: {
      Inside: {
        Assertions: [
          { Assert: { 'Fn::EachMemberEquals': [{ 'Fn::ValueOf': ['Subnets', 'VpcId'] }, { Ref: 'Vpc' }] } },
          { Assert: { 'Fn::Equals': [{ 'Fn::ValueOf': ['Vpc', 'Tags.Stage'] }, 'dev'] } },
        ],
      },
    },
    Resources: { T: topic('x') },
  };
  const values = { Vpc: output(net, 'Vpc') ?? '', Subnets: output(net, 'Subnet') ?? '' };
  expect(engine.plan(engine.stack('App'), template, values).changed).toBe(true);
  const other = engine.deploy(engine.stack('Other'), {
    Resources: {
      V: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.1.0.0/16', Tags: [{ Key: 'Stage', Value: 'dev' }] } },
    },
    Outputs: { Vpc: { Value: { Ref: 'V' } } },
  });
  expect(() => engine.plan(engine.stack('App'), template, { ...values, Vpc: output(other, 'Vpc') ?? '' })).toThrow(
    'Template rules are not satisfied: Rule Inside failed',
  );
});

test('what is made up of a public parameter, and what a pattern leaves open, is noted', () => {
  const notes: string[] = [];
  const engine = new Engine('test', (event) => {
    if (event.kind === 'unverified') notes.push(`${event.logicalId}: ${event.what}`);
  });
  const name = '/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id';
  const template = {
    Parameters: { Image: { Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', Default: name } },
    Resources: { T: topic({ Ref: 'Image' }) },
  };
  const plan = engine.plan(engine.stack('S'), template);
  expect(plan.resources[0]?.properties['DisplayName']).toMatch(/^ami-[0-9a-f]{17}$/);
  expect(engine.plan(engine.stack('S'), template).resources[0]?.properties).toEqual(plan.resources[0]?.properties);
  expect(notes.slice(0, 2)).toEqual([
    `${name}: the value of the public parameter ${name} is made up, and that it exists is not known`,
    expect.stringContaining('exists as AWS::EC2::Image::Id'),
  ]);
});

test('the processed template has no loops, and the values of its policies', () => {
  const engine = new Engine();
  const stack = engine.deploy(engine.stack('S'), {
    ...extended,
    Parameters: { Names: { Type: 'CommaDelimitedList', Default: 'A,B' } },
    Resources: {
      'Fn::ForEach::T': [
        'N',
        { Ref: 'Names' },
        { 'T${N}': { ...topic({ Ref: 'N' }), DeletionPolicy: { 'Fn::Select': [0, ['Retain']] } } },
      ],
    },
  });
  const made = (name: string) => ({ ...topic(name), DeletionPolicy: 'Retain' });
  expect(JSON.parse(processedText(stack, engine.cloud))).toMatchObject({ Resources: { TA: made('A'), TB: made('B') } });
  const plain = engine.deploy(engine.stack('Plain'), { Resources: { T: topic('x') } });
  expect(processedText(plain, engine.cloud)).toBe(plain.deployment?.templateText);
  expect(processedText(engine.stack('New'), engine.cloud)).toBe('');
});
