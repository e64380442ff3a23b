import { PlatformParameters } from '../../../../constructs/aws/hand-offs/parameters';
import { onlyResource, templateOf, testStack } from '../../../helpers/aws-app';

function parametersOf(use: (parameters: PlatformParameters) => void) {
  const stack = testStack();
  use(new PlatformParameters(stack, 'Parameters', { parameterPrefix: '/llmops/support/dev' }));
  return templateOf(stack);
}

test('publishes a value under the prefix of the environment', () => {
  const template = parametersOf((parameters) => parameters.publish('integration/release-table-name', 'releases'));
  expect(onlyResource(template, 'AWS::SSM::Parameter').Properties).toEqual({
    Name: '/llmops/support/dev/integration/release-table-name',
    Type: 'String',
    Value: 'releases',
  });
});

test('publishes a list', () => {
  const template = parametersOf((parameters) =>
    parameters.publishList('foundation/private-subnet-ids', ['subnet-a', 'subnet-b']),
  );
  expect(onlyResource(template, 'AWS::SSM::Parameter').Properties).toMatchObject({
    Type: 'StringList',
    Value: 'subnet-a,subnet-b',
  });
});

test.each([
  ['foundation/key-arn', 'String'],
  ['foundation/vpc-id', 'AWS::EC2::VPC::Id'],
  ['foundation/workload-security-group-id', 'AWS::EC2::SecurityGroup::Id'],
] as const)('reads %s at deployment as %s', (name, type) => {
  const { Parameters } = parametersOf((parameters) => parameters.read(name));
  const read = Object.values(Parameters).filter(({ Default }) => Default === `/llmops/support/dev/${name}`);
  expect(read.map(({ Type }) => Type)).toEqual([`AWS::SSM::Parameter::Value<${type}>`]);
});

test('reads a list of subnets', () => {
  const { Parameters } = parametersOf((parameters) => parameters.readList('foundation/private-subnet-ids'));
  expect(Object.values(Parameters).map(({ Type }) => Type)).toContain(
    'AWS::SSM::Parameter::Value<List<AWS::EC2::Subnet::Id>>',
  );
});

test('declares one parameter however often a value is read', () => {
  parametersOf((parameters) => {
    expect(parameters.read('foundation/key-arn')).toBe(parameters.read('foundation/key-arn'));
  });
});
