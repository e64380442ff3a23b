import type { PropertyValue, ResourceNode } from '../../../../lib/graph';
import { aws, changesBetween } from '../../../helpers/changes';

function between(type: string, before: ResourceNode['properties'], after: ResourceNode['properties']) {
  return changesBetween([aws(type, 'It', before)], [aws(type, 'It', after)]).flatMap(({ properties }) =>
    properties.map(({ path, before: left, after: right, noise }) => [path, left, right, noise]),
  );
}

const hash = (letter: string) => letter.repeat(64);

test.each<[string, string, PropertyValue, PropertyValue, string | undefined]>([
  ['a file of the asset store', 'S3Key', `${hash('a')}.zip`, `${hash('b')}.zip`, 'hash'],
  ['another name in a store of ours', 'S3Key', 'v1.zip', 'v2.zip', undefined],
  [
    'an image of the asset store',
    'Image',
    {
      'Fn::Sub': `\${AWS::AccountId}.dkr.ecr.eu-central-1.amazonaws.com/cdk-hnb659fds-container-assets-1:${hash('a')}`,
    },
    {
      'Fn::Sub': `\${AWS::AccountId}.dkr.ecr.eu-central-1.amazonaws.com/cdk-hnb659fds-container-assets-1:${hash('b')}`,
    },
    'hash',
  ],
  [
    'the same with another repository',
    'Image',
    `1.dkr.ecr.eu-central-1.amazonaws.com/cdk-hnb659fds-container-assets-1:${hash('a')}`,
    `1.dkr.ecr.eu-central-1.amazonaws.com/cdk-hnb659fds-container-assets-2:${hash('b')}`,
    undefined,
  ],
  ['the digest of a release', 'Image', `vllm@sha256:${hash('a')}`, `vllm@sha256:${hash('b')}`, undefined],
  ['a digest of 64 characters elsewhere', 'Commit', hash('a'), hash('b'), undefined],
  [
    'the manifest entry of an asset',
    'Asset',
    'current_account-current_region-0a1b2c3d',
    'current_account-current_region-4e5f6071',
    'hash',
  ],
])('%s: noise is %s', (_title, key, before, after, noise) => {
  const [change] = between('AWS::Lambda::Function', { Code: { [key]: before } }, { Code: { [key]: after } });
  expect(change?.[3]).toBe(noise);
});

const statement = (sid: string, action: PropertyValue): PropertyValue => ({ Sid: sid, Action: action, Resource: '*' });
const policy = (...statements: PropertyValue[]) => ({ PolicyDocument: { Statement: statements } });

test.each<[string, string, ResourceNode['properties'], ResourceNode['properties']]>([
  [
    'statements',
    'AWS::IAM::ManagedPolicy',
    policy(statement('A', 'x'), statement('B', 'y')),
    policy(statement('B', 'y'), statement('A', 'x')),
  ],
  ['actions', 'AWS::IAM::ManagedPolicy', policy(statement('A', ['x', 'y'])), policy(statement('A', ['y', 'x']))],
  ['one action in a list', 'AWS::IAM::ManagedPolicy', policy(statement('A', 'x')), policy(statement('A', ['x']))],
  [
    'tags',
    'AWS::S3::Bucket',
    {
      Tags: [
        { Key: 'a', Value: '1' },
        { Key: 'b', Value: '2' },
      ],
    },
    {
      Tags: [
        { Key: 'b', Value: '2' },
        { Key: 'a', Value: '1' },
      ],
    },
  ],
  ['subnets', 'AWS::SageMaker::Model', { VpcConfig: { Subnets: ['a', 'b'] } }, { VpcConfig: { Subnets: ['b', 'a'] } }],
])('another order of %s is noise', (_title, type, before, after) => {
  const changes = changesBetween([aws(type, 'It', before)], [aws(type, 'It', after)]);
  expect(changes).toMatchObject([{ kind: 'update', noise: 'order', properties: [{ noise: 'order', effect: 'none' }] }]);
});

test('another order of containers of a pipeline is a change', () => {
  const containers = (...images: string[]) => ({ Containers: images.map((Image) => ({ Image })) });
  expect(between('AWS::SageMaker::Model', containers('a', 'b'), containers('b', 'a'))).toEqual([
    ['Containers.0.Image', 'a', 'b', undefined],
    ['Containers.1.Image', 'b', 'a', undefined],
  ]);
});

test('an element that a list got is one change, wherever it stands', () => {
  expect(
    between(
      'AWS::IAM::ManagedPolicy',
      policy(statement('A', 'x'), statement('B', 'y')),
      policy(statement('C', 'z'), statement('A', 'x'), statement('B', ['y', 'w'])),
    ),
  ).toEqual([
    ['PolicyDocument.Statement.0', undefined, statement('C', 'z'), undefined],
    ['PolicyDocument.Statement.2.Action', 'y', ['y', 'w'], undefined],
  ]);
  expect(between('AWS::Lambda::Function', { Layers: ['a', 'b', 'c'] }, { Layers: ['a', 'n', 'b', 'c'] })).toEqual([
    ['Layers.1', undefined, 'n', undefined],
  ]);
});

test('a function of CloudFormation is one value', () => {
  expect(
    between('AWS::SQS::Queue', { QueueName: { Ref: 'A' } }, { QueueName: { 'Fn::GetAtt': ['A', 'Name'] } }),
  ).toEqual([['QueueName', { Ref: 'A' }, { 'Fn::GetAtt': ['A', 'Name'] }, undefined]]);
});

test('names that objects inherit are names', () => {
  const before = JSON.parse('{"constructor":1,"__proto__":{"a":1}}') as ResourceNode['properties'];
  const after = JSON.parse('{"constructor":2,"__proto__":{"a":2}}') as ResourceNode['properties'];
  expect(between('Acme::Thing::It', before, after).map(([path]) => path)).toEqual(['constructor', '__proto__.a']);
});

test('a value that is deeper than the call stack is compared', () => {
  const deep = (leaf: number) => {
    let value: PropertyValue = leaf;
    for (let i = 0; i < 5000; i += 1) value = [value];
    return { Value: value };
  };
  expect(changesBetween([aws('Acme::A::B', 'It', deep(1))], [aws('Acme::A::B', 'It', deep(1))])).toEqual([]);
  expect(changesBetween([aws('Acme::A::B', 'It', deep(1))], [aws('Acme::A::B', 'It', deep(2))])).toHaveLength(1);
});
