import { attributeType } from '../../../../lib/constraints/template/attributes';

test.each([
  ['AWS::SNS::Topic', 'TopicArn', 'string'],
  ['AWS::RDS::DBInstance', 'Endpoint.Port', 'string'],
  ['AWS::RDS::DBInstance', 'Endpoint.Address', 'string'],
  ['Custom::Thing', 'Any.Thing', 'string'],
])('%s has the attribute %s of type %s', (type, name, expected) => {
  expect(attributeType(type, name)?.type).toBe(expected);
});

test.each([
  ['AWS::SNS::Topic', 'Arn'],
  ['AWS::SNS::Topic', 'TopicArn.Part'],
  ['AWS::SNS::Topic', 'constructor'],
  ['AWS::RDS::DBInstance', 'Endpoint.Colour'],
  ['AWS::CDK::Metadata', 'Arn'],
  ['X::Y::Z', 'Arn'],
])('%s has no attribute %s', (type, name) => {
  expect(attributeType(type, name)).toBeUndefined();
});
