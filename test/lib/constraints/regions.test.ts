import { typeInRegion } from '../../../lib/constraints/regions';

test.each([
  ['a type that every region has', 'AWS::S3::Bucket', 'eu-central-1', true],
  ['a type of few regions, in one of them', 'AWS::Bedrock::KnowledgeBase', 'us-east-1', true],
  ['a type of few regions, elsewhere', 'AWS::Bedrock::KnowledgeBase', 'ap-southeast-7', false],
  ['a region without a list of its own', 'AWS::S3::Bucket', 'us-iso-east-1', undefined],
  ['a region that does not exist', 'AWS::S3::Bucket', 'xx-west-1', undefined],
  ['a type that no list has', 'AWS::S3::Bukkit', 'us-east-1', undefined],
  ['a name of an object prototype', 'constructor', 'us-east-1', undefined],
])('%s', (_name, type, region, expected) => {
  expect(typeInRegion(type, region)).toBe(expected);
});
