import { resourceSchema } from '../../../../../lib/constraints/schema/service-spec';
import { nameRows } from '../../../../../lib/local/aws/checks/name-rows';
import { resourceName } from '../../../../../lib/local/aws/checks/resource-name';
import { checkInput } from './check-input';

const check = (type: string, property: string, name: string) =>
  resourceName(checkInput({ [property]: name }, { type }));

test.each(nameRows)('$type has the property $property', ({ type, property }) => {
  expect(Object.keys(resourceSchema(type)?.properties ?? {})).toContain(property);
});

test.each([
  ['AWS::S3::Bucket', 'BucketName', ['abc', 'a'.repeat(63), 'a.b-c'], ['ab', 'a'.repeat(64), 'A-b', 'a..b', '1.2.3.4']],
  ['AWS::SageMaker::Endpoint', 'EndpointName', ['a', 'a'.repeat(63), 'a--b'], ['', 'a'.repeat(64), '-a', 'a-', 'a_b']],
  ['AWS::Bedrock::Agent', 'AgentName', ['a', 'a-b_c', 'a'.repeat(100)], ['a--b', '-a', 'a'.repeat(101)]],
  ['AWS::KMS::Alias', 'AliasName', ['alias/a', 'alias/a/b'], ['a', 'alias/', 'alias/aws/s3', 'alias/a b']],
  ['AWS::SSM::Parameter', 'Name', ['/a/b', 'a.b'], ['/aws/x', 'ssm', 'AWS/x', 'a b']],
  ['AWS::ECR::Repository', 'RepositoryName', ['ab', 'a/b-c'], ['a', 'A', 'a//b', 'a-', 'a'.repeat(257)]],
  ['AWS::SQS::Queue', 'QueueName', ['a', 'a.fifo'], ['a.b', 'a'.repeat(81)]],
])('%s: %s', (type, property, good, bad) => {
  for (const name of good) expect(check(type, property, name)).toBeUndefined();
  for (const name of bad) {
    expect(check(type, property, name)).toMatch(
      new RegExp(`^Value '.*' \\(${name.length} characters\\) is not a valid name: expected .+ \\(#/${property}\\)$`),
    );
  }
});

test('a generated name, and the name of a type without a rule, are not checked', () => {
  expect(resourceName(checkInput({}, { type: 'AWS::S3::Bucket' }))).toBeUndefined();
  expect(check('AWS::EC2::VPC', 'BucketName', 'A B')).toBeUndefined();
});
