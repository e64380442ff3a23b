import { checkRegion } from '../../../../../lib/local/aws/cloudformation/check-region';
import { parseTemplate } from '../../../../../lib/local/aws/cloudformation/template';

const template = (...types: readonly string[]) =>
  parseTemplate(JSON.stringify({ Resources: Object.fromEntries(types.map((Type, index) => [`R${index}`, { Type }])) }));

test('a type that the region has is accepted, and custom resources are of no region', () => {
  const types = ['AWS::S3::Bucket', 'Custom::Thing', 'AWS::CDK::Metadata'];
  expect(checkRegion(template(...types), 'eu-central-1')).toEqual([]);
});

test('types that the region lacks are refused together, by name', () => {
  const types = ['AWS::Bedrock::KnowledgeBase', 'AWS::S3::Bucket', 'AWS::Bedrock::DataSource'];
  expect(() => checkRegion(template(...types), 'ap-southeast-7')).toThrow(
    'Template format error: Unrecognized resource types: [AWS::Bedrock::KnowledgeBase (resource R0), AWS::Bedrock::DataSource (resource R2)]: ap-southeast-7 does not have them',
  );
});

test('what is not known is said, not refused', () => {
  expect(checkRegion(template('AWS::S3::Bucket'), 'us-iso-east-1')).toMatchObject([{ logicalId: 'R0' }]);
});
