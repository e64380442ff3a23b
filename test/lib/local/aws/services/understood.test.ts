import type { LocalAws } from '../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../lib/local/aws';
import { services } from '../../../../../lib/local/aws/services/table';
import { testAccount, testRegion } from '../engine';
import { client } from '../wire';

let cloud: LocalAws;
beforeAll(async () => {
  cloud = await startLocalAws();
});
afterAll(() => cloud.close());

test('every action of a service says what it understands', () => {
  const silent = services.flatMap((service) => {
    if (!('members' in service)) return [];
    const understood = service.members ?? {};
    // Stack sets are refused as a whole, whatever the members of the request.
    return Object.keys(service.actions).filter(
      (action) => !Object.hasOwn(understood, action) && !/StackSet|StackInstance/.test(action),
    );
  });
  expect(silent).toEqual([]);
  expect(services.filter((service) => 'members' in service).map(({ signingName }) => signingName)).toEqual([
    'cloudformation',
    'sts',
    'iam',
    'ec2',
    'logs',
    'states',
    'kms',
    'ecr',
    'codebuild',
    'secretsmanager',
    'dynamodb',
    'events',
  ]);
});

const template = JSON.stringify({ Resources: { T: { Type: 'AWS::SNS::Topic' } } });
const stack = { StackName: 'refused', TemplateBody: template };

test.each<['cloudformation' | 'ec2' | 'sts', string, Readonly<Record<string, string>>, string]>([
  [
    'cloudformation',
    'CreateStack',
    { ...stack, 'RollbackConfiguration.MonitoringTimeInMinutes': '5' },
    'RollbackConfiguration.MonitoringTimeInMinutes',
  ],
  ['cloudformation', 'CreateStack', { ...stack, 'ResourceTypes.member.1': 'AWS::S3::*' }, 'ResourceTypes'],
  ['cloudformation', 'CreateStack', { ...stack, DisableValidation: 'true' }, 'DisableValidation true, only false'],
  ['cloudformation', 'ListStacks', { NextToken: 'x' }, 'NextToken'],
  ['cloudformation', 'CreateStack', { ...stack, Misspelt: 'x' }, 'Misspelt'],
  ['cloudformation', 'DetectStackDrift', { StackName: 'x', 'LogicalResourceIds.member.1': 'T' }, 'LogicalResourceIds'],
  ['sts', 'AssumeRole', { RoleArn: 'x', RoleSessionName: 'x', SerialNumber: 'x', TokenCode: '123456' }, 'SerialNumber'],
  ['ec2', 'DescribeVpcs', { DryRun: 'true' }, 'DryRun true, only false'],
  ['ec2', 'DescribeSubnets', { MaxResults: '5' }, 'MaxResults'],
])('%s:%s refuses a member that it does not understand', async (service, action, parameters, member) => {
  const answer = await client(cloud, testAccount, testRegion).query(service, action, parameters);
  expect(answer.status).toBe(501);
  expect(answer.text).toContain('NotImplemented');
  expect(answer.text).toContain(`The local cloud does not implement ${service}:${action} with ${member}`);
});

test('a default, an empty list and the members of a structure are understood', async () => {
  const { query } = client(cloud, testAccount, testRegion);
  const parameters = {
    ...stack,
    StackName: 'understood',
    'RollbackConfiguration.RollbackTriggers': '',
    DisableValidation: 'false',
    'DeploymentConfig.Mode': 'STANDARD',
    'Tags.member.1.Key': 'team',
    'Tags.member.1.Value': 'example',
  };
  expect((await query('cloudformation', 'CreateStack', parameters)).status).toBe(200);
  expect((await query('ec2', 'DescribeVpcs', { DryRun: 'false', 'Filter.1.Name': 'state' })).status).toBe(200);
});

test.each<[string, string, object, string]>([
  ['kms', 'TrentService.Encrypt', { KeyId: 'x', Plaintext: 'eA==', DryRun: true }, 'DryRun true, only false'],
  ['kms', 'TrentService.CreateGrant', { KeyId: 'x', Constraints: { SourceArn: 'x' } }, 'Constraints.SourceArn'],
  ['logs', 'Logs_20140328.CreateLogGroup', { logGroupName: 'a', kmsKeyId: 'x' }, 'kmsKeyId'],
  [
    'logs',
    'Logs_20140328.CreateLogGroup',
    { logGroupName: 'a', logGroupClass: 'DELIVERY' },
    'logGroupClass DELIVERY, only STANDARD',
  ],
  ['states', 'AWSStepFunctions.StartExecution', { stateMachineArn: 'x', traceHeader: 'x' }, 'traceHeader'],
  [
    'ecr',
    'AmazonEC2ContainerRegistry_V20150921.ListImages',
    { repositoryName: 'x', filter: { tagStatus: 'TAGGED' } },
    'filter.tagStatus',
  ],
])('%s: %s refuses a member that it does not understand', async (service, target, body, member) => {
  const answer = await client(cloud, testAccount, testRegion).json(service, target, body);
  expect(answer).toMatchObject({ status: 501, body: { __type: 'NotImplemented' } });
  expect(answer.body['message']).toBe(
    `The local cloud does not implement ${service}:${target.split('.')[1] ?? ''} with ${member}`,
  );
});

test('log groups come in pages', async () => {
  const { json } = client(cloud, testAccount, testRegion);
  for (const logGroupName of ['page-1', 'page-2', 'page-3'])
    await json('logs', 'Logs_20140328.CreateLogGroup', { logGroupName });
  const input = { logGroupNamePrefix: 'page-', limit: 2 };
  const first = await json('logs', 'Logs_20140328.DescribeLogGroups', input);
  const second = await json('logs', 'Logs_20140328.DescribeLogGroups', {
    ...input,
    nextToken: first.body['nextToken'],
  });
  const names = [first, second].map(({ body }) =>
    (body['logGroups'] as { logGroupName: string }[]).map((group) => group.logGroupName),
  );
  expect(names).toEqual([['page-1', 'page-2'], ['page-3']]);
  expect(second.body['nextToken']).toBeUndefined();
});
