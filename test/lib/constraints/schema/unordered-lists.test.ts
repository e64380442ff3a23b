import { unorderedLists } from '../../../../lib/constraints/schema/unordered-lists';

test.each([
  ['AWS::EC2::SecurityGroup', 'SecurityGroupIngress', true],
  ['AWS::SageMaker::Model', 'VpcConfig.Subnets', true],
  // The containers of a pipeline run in their order, whatever the schema says.
  ['AWS::SageMaker::Model', 'Containers', false],
  ['AWS::EC2::SecurityGroup', 'GroupName', false],
  ['X::Y::Z', 'Names', false],
  ['constructor', 'Names', false],
])('%s.%s is a set: %s', (type, path, expected) => {
  expect(unorderedLists(type).has(path)).toBe(expected);
});
