import type { LocalAws } from '../../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../../lib/local/aws';
import { testAccount, testRegion } from '../../engine';
import { client } from '../../wire';

let cloud: LocalAws;
beforeEach(async () => {
  cloud = await startLocalAws();
});
afterEach(() => cloud.close());

const bucket = (BucketName: string, more: Readonly<Record<string, unknown>> = {}): unknown => ({
  Type: 'AWS::S3::Bucket',
  Properties: { BucketName },
  ...more,
});
const kept = { DeletionPolicy: 'Retain' };
const template = (Resources: Readonly<Record<string, unknown>>): string => JSON.stringify({ Resources });
const call = (action: string, parameters: Readonly<Record<string, string>> = {}) =>
  client(cloud, testAccount, testRegion).query('cloudformation', action, parameters);
const status = (name: string): string | undefined => cloud.stacks().find(({ stack }) => stack === name)?.status;

/** Leaves a bucket that no stack has. */
async function orphan(name: string): Promise<void> {
  await call('CreateStack', { StackName: 'Old', TemplateBody: template({ B: bucket(name, kept) }) });
  cloud.write(name, 'key');
  await call('DeleteStack', { StackName: 'Old' });
}

const importing = (stack: string, body: string, name: string, logicalId = 'Taken') => ({
  StackName: stack,
  ChangeSetName: 'import',
  ChangeSetType: 'IMPORT',
  TemplateBody: body,
  'ResourcesToImport.member.1.ResourceType': 'AWS::S3::Bucket',
  'ResourcesToImport.member.1.LogicalResourceId': logicalId,
  'ResourcesToImport.member.1.ResourceIdentifier.entry.1.key': 'BucketName',
  'ResourcesToImport.member.1.ResourceIdentifier.entry.1.value': name,
});
const execute = (StackName: string) => call('ExecuteChangeSet', { StackName, ChangeSetName: 'import' });

test('an existing resource becomes one of a new stack, as it is', async () => {
  await orphan('data');
  const body = template({ Taken: bucket('data', kept) });
  const created = await call('CreateChangeSet', importing('S', body, 'data'));
  expect([created.status, created.text]).toEqual([200, expect.any(String)]);
  const described = await call('DescribeChangeSet', { StackName: 'S', ChangeSetName: 'import' });
  expect(described.text).toMatch(
    /<Action>Import<\/Action><LogicalResourceId>Taken<\/LogicalResourceId><PhysicalResourceId>data</,
  );
  await execute('S');
  expect(status('S')).toBe('IMPORT_COMPLETE');
  const events = await call('DescribeStackEvents', { StackName: 'S' });
  expect(events.text).toContain('<ResourceStatus>IMPORT_IN_PROGRESS</ResourceStatus>');
  // What is in the bucket stays, and the stack owns it from now on.
  expect((await client(cloud, testAccount, testRegion).s3('HEAD', '/data/key')).status).toBe(200);
  expect((await call('UpdateStack', { StackName: 'S', TemplateBody: body })).text).toContain(
    'No updates are to be performed',
  );
  expect((await call('CreateChangeSet', importing('T', body, 'data'))).text).toContain('already belongs to stack');
});

test('a stack takes a resource whose name its template does not give', async () => {
  await orphan('data');
  await call('CreateStack', { StackName: 'S', TemplateBody: template({ Q: { Type: 'AWS::SQS::Queue' } }) });
  const body = JSON.stringify({
    Resources: { Q: { Type: 'AWS::SQS::Queue' }, Taken: { Type: 'AWS::S3::Bucket', ...kept } },
  });
  await call('CreateChangeSet', importing('S', body, 'data'));
  await execute('S');
  expect(status('S')).toBe('IMPORT_COMPLETE');
  const withOutput = JSON.stringify({
    ...(JSON.parse(body) as object),
    Outputs: { Arn: { Value: { 'Fn::GetAtt': ['Taken', 'Arn'] } } },
  });
  await call('UpdateStack', { StackName: 'S', TemplateBody: withOutput });
  expect(cloud.stacks()[0]?.outputs).toEqual({ Arn: 'arn:aws:s3:::data' });
});

test.each<[string, string, RegExp]>([
  ['a resource that does not exist', template({ Taken: bucket('absent', kept) }), /BucketName=absent' was not found/],
  [
    'a resource without a deletion policy',
    template({ Taken: bucket('data') }),
    /\[Taken\] must have a DeletionPolicy attribute/,
  ],
  [
    'a creation in the same operation',
    template({ Taken: bucket('data', kept), New: bucket('new') }),
    /modified resources \[New\] in your template that are not being imported/,
  ],
  [
    'a logical id that the template lacks',
    template({ Other: { Type: 'AWS::SQS::Queue' } }),
    /modified resources \[Other\]/,
  ],
])('fails on the import of %s', async (_name, body, reason) => {
  await orphan('data');
  const answer = await call('CreateChangeSet', importing('S', body, /absent/.test(body) ? 'absent' : 'data'));
  expect(answer.text).toMatch(reason);
  expect(status('S')).toBeUndefined();
});

test('an import that fails gives back what it took', async () => {
  await orphan('data');
  await call('CreateChangeSet', importing('S', template({ Taken: bucket('data', kept) }), 'data'));
  cloud.plant(({ logicalId }) => (logicalId === 'Taken' ? 'planted' : undefined));
  await execute('S');
  expect(status('S')).toBe('IMPORT_ROLLBACK_COMPLETE');
  expect((await client(cloud, testAccount, testRegion).s3('HEAD', '/data/key')).status).toBe(200);
});

describe('existing resources under their names', () => {
  const create = (body: string) =>
    call('CreateChangeSet', {
      StackName: 'S',
      ChangeSetName: 'import',
      ChangeSetType: 'CREATE',
      ImportExistingResources: 'true',
      TemplateBody: body,
    });

  test('are taken in place of a creation', async () => {
    await orphan('data');
    const body = template({ Taken: bucket('data', kept), New: bucket('new') });
    expect((await create(body)).status).toBe(200);
    await execute('S');
    const resources = cloud.stacks().find(({ stack }) => stack === 'S')?.resources;
    expect([status('S'), resources?.map(({ logicalId, status: one }) => `${logicalId} ${one}`).sort()]).toEqual([
      'CREATE_COMPLETE',
      ['New CREATE_COMPLETE', 'Taken IMPORT_COMPLETE'],
    ]);
  });

  test('must stay when their stack goes', async () => {
    await orphan('data');
    expect((await create(template({ Taken: bucket('data') }))).text).toContain(
      'The resources must have the DeletionPolicy attribute set to',
    );
  });

  test('of another stack are not taken', async () => {
    await call('CreateStack', { StackName: 'Old', TemplateBody: template({ B: bucket('data', kept) }) });
    await create(template({ Taken: bucket('data', kept) }));
    await execute('S');
    expect(status('S')).toBe('ROLLBACK_COMPLETE');
  });
});

test('a template summary names the properties that identify its resources', async () => {
  const TemplateBody = template({
    B: bucket('data'),
    R: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'r', AssumeRolePolicyDocument: {} } },
  });
  const { text } = await call('GetTemplateSummary', { TemplateBody });
  expect(text).toContain(
    '<ResourceType>AWS::S3::Bucket</ResourceType><LogicalResourceIds><member>B</member></LogicalResourceIds><ResourceIdentifiers><member>BucketName</member></ResourceIdentifiers>',
  );
  expect(text).toContain('<Capabilities><member>CAPABILITY_NAMED_IAM</member></Capabilities>');
});
