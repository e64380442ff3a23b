import type { PropertyValue, ResourceNode } from '../../../../../lib/graph';
import { check } from '../../../../../lib/review';
import { imagePull } from '../../../../../lib/review/rules/sagemaker/image-pull';
import { resourceNode } from '../../../../helpers/resource-node';

const image = '111111111111.dkr.ecr.eu-central-1.amazonaws.com/team/vllm@sha256:00';
const repository = 'arn:aws:ecr:eu-central-1:111111111111:repository/team/vllm';
const pull = ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];

const model = (properties: ResourceNode['properties']): ResourceNode =>
  resourceNode({
    type: 'AWS::SageMaker::Model',
    address: 'foundation/Model',
    properties: { ExecutionRoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] }, ...properties },
  });
const role = (...statements: readonly PropertyValue[]): ResourceNode =>
  resourceNode({
    type: 'AWS::IAM::Role',
    address: 'foundation/Role',
    properties: { Policies: [{ PolicyDocument: { Statement: statements } }] },
  });
const allow = (actions: PropertyValue, resource: PropertyValue): PropertyValue => ({
  Effect: 'Allow',
  Action: actions,
  Resource: resource,
});
const messagesOf = (...graph: readonly ResourceNode[]): readonly string[] =>
  check(graph, [imagePull]).findings.map(({ path, message, fix }) => `${path}: ${message} | ${fix}`);

const plain = model({ PrimaryContainer: { Image: image } });
const denied = (...actions: readonly string[]): readonly string[] => [
  `PrimaryContainer.Image: the execution role may not pull the image: ${actions.join(', ')} | allow these actions on ${repository}`,
];

test.each<[string, PropertyValue, readonly string[]]>([
  ['every pull action on the repository', allow(pull, repository), []],
  ['patterns of actions and repositories', allow('ecr:B*', [repository, 'arn:aws:ecr:*']), denied(pull[2] ?? '')],
  [
    'actions in another case',
    allow(
      pull.map((one) => one.toUpperCase()),
      repository,
    ),
    [],
  ],
  ['a repository that is a reference', allow(pull, { 'Fn::GetAtt': ['Images', 'Arn'] }), []],
  ['another account', allow(pull, repository.replace('111111111111', '222222222222')), denied(...pull)],
  ['another repository', allow(pull, `${repository}-other`), denied(...pull)],
  ['one action', allow('ecr:BatchGetImage', repository), denied(pull[0] ?? '', pull[2] ?? '')],
  ['a denial', { Effect: 'Deny', Action: pull, Resource: repository }, denied(...pull)],
])('a role with %s', (_name, statement, expected) => {
  expect(messagesOf(plain, role(statement))).toEqual(expected);
});

test('reads the policies that name the role, in the same stack only', () => {
  const policy = resourceNode({
    type: 'AWS::IAM::Policy',
    address: 'foundation/Policy',
    properties: { Roles: [{ Ref: 'Role' }], PolicyDocument: { Statement: allow(pull, repository) } },
  });
  expect(messagesOf(plain, role(), policy)).toEqual([]);
  expect(messagesOf(plain, role(), { ...policy, stack: 'knowledge' })).toEqual(denied(...pull));
  expect(messagesOf(plain, role(), { ...policy, properties: { ...policy.properties, Roles: ['Other'] } })).toEqual(
    denied(...pull),
  );
});

test('reads every container, and finds the partition from the region', () => {
  const china = '222222222222.dkr.ecr.cn-north-1.amazonaws.com.cn/vllm:1';
  const containers = model({ Containers: [{ Image: image }, { Image: china }] });
  expect(messagesOf(containers, role(allow(pull, repository)))).toEqual([
    `Containers.1.Image: the execution role may not pull the image: ${pull.join(', ')} | allow these actions on arn:aws-cn:ecr:cn-north-1:222222222222:repository/vllm`,
  ]);
});

test('says nothing where the graph does not tell', () => {
  const managed = role();
  const withManaged = {
    ...managed,
    properties: { ...managed.properties, ManagedPolicyArns: ['arn:aws:iam::aws:policy/X'] },
  };
  expect(messagesOf(plain, withManaged)).toEqual([]);
  expect(
    messagesOf(model({ ExecutionRoleArn: 'arn:aws:iam::111111111111:role/x', PrimaryContainer: { Image: image } })),
  ).toEqual([]);
  expect(messagesOf(model({ PrimaryContainer: { Image: { Ref: 'Image' } } }), role())).toEqual([]);
  expect(messagesOf(model({ PrimaryContainer: { Image: 'public.ecr.aws/x/y:1' } }), role())).toEqual([]);
});
