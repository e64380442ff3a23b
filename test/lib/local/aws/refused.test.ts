import type { LocalAws } from '../../../../lib/local/aws';
import { startLocalAws } from '../../../../lib/local/aws';
import type { TestTemplate } from './engine';
import { testAccount, testRegion } from './engine';
import { client } from './wire';

let cloud: LocalAws;
beforeAll(async () => {
  cloud = await startLocalAws();
});
afterAll(() => cloud.close());

const topic = { Type: 'AWS::SNS::Topic' };

/** How a deployment through a change set fails: the request error, the reason of the change set, or the events. */
async function deploy(stack: string, template: TestTemplate): Promise<string> {
  const { query } = client(cloud, testAccount, testRegion);
  const created = await query('cloudformation', 'CreateChangeSet', {
    StackName: stack,
    ChangeSetName: 'set',
    ChangeSetType: 'CREATE',
    TemplateBody: JSON.stringify(template),
    'Capabilities.member.1': 'CAPABILITY_NAMED_IAM',
  });
  if (created.status !== 200) return `REQUEST ${created.text}`;
  const described = await query('cloudformation', 'DescribeChangeSet', { StackName: stack, ChangeSetName: 'set' });
  if (described.text.includes('<Status>FAILED</Status>')) return `CHANGE SET ${described.text}`;
  await query('cloudformation', 'ExecuteChangeSet', { StackName: stack, ChangeSetName: 'set' });
  const events = await query('cloudformation', 'DescribeStackEvents', { StackName: stack });
  return `EVENTS ${events.text}`;
}

test.each<[string, TestTemplate, string, readonly RegExp[]]>([
  [
    'an unknown property',
    { Resources: { Data: { Type: 'AWS::S3::Bucket', Properties: { BucketEncription: {} } } } },
    'EVENTS',
    [
      /resource Data with message/,
      /#: extraneous key \[BucketEncription\] is not permitted \(did you mean BucketEncryption\?\)/,
      /ROLLBACK_COMPLETE/,
    ],
  ],
  [
    'an unknown nested property',
    {
      Resources: {
        Data: {
          Type: 'AWS::S3::Bucket',
          Properties: { VersioningConfiguration: { Status: 'Enabled', MfaDelete: 'x' } },
        },
      },
    },
    'EVENTS',
    [/#\/VersioningConfiguration: extraneous key \[MfaDelete\]/],
  ],
  [
    'a value outside an enum',
    {
      Resources: {
        Flow: {
          Type: 'AWS::StepFunctions::StateMachine',
          Properties: { RoleArn: 'arn:aws:iam::111111111111:role/r', StateMachineType: 'FAST' },
        },
      },
    },
    'EVENTS',
    [/resource Flow/, /#\/StateMachineType: FAST is not a valid enum value \[STANDARD, EXPRESS\]/],
  ],
  [
    'required properties missing',
    { Resources: { Base: { Type: 'AWS::Bedrock::KnowledgeBase', Properties: {} } } },
    'EVENTS',
    [
      /resource Base/,
      /#: required key \[KnowledgeBaseConfiguration\] not found/,
      /#: required key \[RoleArn\] not found/,
    ],
  ],
  [
    'a wrong type',
    { Resources: { Q: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 'long' } } } },
    'EVENTS',
    [/#\/VisibilityTimeout: expected type: Integer, found: String/],
  ],
  [
    'a dynamic reference that cannot be resolved',
    { Resources: { T: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: '{{resolve:ssm:/absent}}' } } } },
    'EVENTS',
    [/{{resolve:ssm:\/absent}} of resource T \(#\/DisplayName\)/],
  ],
  [
    'a Ref to nothing',
    {
      Resources: { T: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: { Ref: 'Nam' } } } },
      Parameters: { Name: { Type: 'String', Default: 'x' } },
    },
    'REQUEST',
    [/Unresolved resource dependencies \[Nam\]/, /\/Resources\/T\/Properties\/DisplayName/, /did you mean Name\?/],
  ],
  [
    'a GetAtt of an attribute the type lacks, in an output',
    { Resources: { T: topic }, Outputs: { O: { Value: { 'Fn::GetAtt': ['T', 'Arn'] } } } },
    'REQUEST',
    [/resource T does not support attribute type Arn in Fn::GetAtt/, /\/Outputs\/O\/Value/, /\[TopicArn, TopicName\]/],
  ],
  [
    'an unknown resource type',
    { Resources: { T: { Type: 'AWS::SNS::Topics' } } },
    'REQUEST',
    [/Unrecognized resource types: \[AWS::SNS::Topics \(resource T\)\]/, /did you mean AWS::SNS::Topic\?/],
  ],
  [
    'an import of an export that does not exist',
    { Resources: { T: { Type: 'AWS::SNS::Topic', Properties: { DisplayName: { 'Fn::ImportValue': 'absent' } } } } },
    'CHANGE SET',
    [/No export named absent found/, /\/Resources\/T\/Properties\/DisplayName/],
  ],
  [
    'a Rules assertion that fails',
    {
      Parameters: { Stage: { Type: 'String', Default: 'x' } },
      Rules: {
        KnownStage: {
          Assertions: [
            {
              Assert: { 'Fn::Contains': [['dev', 'prod'], { Ref: 'Stage' }] },
              AssertDescription: 'stage must be dev or prod',
            },
          ],
        },
      },
      Resources: { T: topic },
    },
    'REQUEST',
    [/Rule KnownStage failed: stage must be dev or prod/],
  ],
  [
    'a circular dependency',
    { Resources: { A: { ...topic, DependsOn: 'B' }, B: { ...topic, DependsOn: 'A' } } },
    'REQUEST',
    [/Circular dependency between resources: \[A, B\]/],
  ],
  [
    'a custom resource without a stand-in',
    { Resources: { C: { Type: 'Custom::Thing', Properties: { ServiceToken: 'arn:x' } } } },
    'EVENTS',
    [/does not run the function behind custom resource type Custom::Thing/],
  ],
])('fails on %s', async (name, template, surface, messages) => {
  const answer = await deploy(`Stack-${name.replace(/\W/g, '')}`, template);
  expect(answer).toMatch(new RegExp(`^${surface} `));
  for (const message of messages) expect(answer).toMatch(message);
});

test('a refused template leaves no stack behind', async () => {
  await deploy('Ghost', { Resources: { T: { Type: 'AWS::SNS::Topics' } } });
  const described = await client(cloud, testAccount, testRegion).query('cloudformation', 'DescribeStacks', {
    StackName: 'Ghost',
  });
  expect(described.status).toBe(400);
  expect(described.text).toContain('<Code>ValidationError</Code><Message>Stack with id Ghost does not exist</Message>');
});

test('fails on IAM resources without the capability that acknowledges them', async () => {
  const role = { Type: 'AWS::IAM::Role', Properties: { RoleName: 'r', AssumeRolePolicyDocument: {} } };
  const answer = await client(cloud, testAccount, testRegion).query('cloudformation', 'CreateStack', {
    StackName: 'Iam',
    TemplateBody: JSON.stringify({ Resources: { R: role } }),
    'Capabilities.member.1': 'CAPABILITY_IAM',
  });
  expect(answer.text).toContain('Requires capabilities : [CAPABILITY_NAMED_IAM]');
});
