import { AwsStacks } from '../../../../lib/cloud/aws/stacks';
import { causalEvents, knownCause } from '../../../../lib/deploy';
import type { LocalAws } from '../../../../lib/local/aws';
import { startLocalAws } from '../../../../lib/local/aws';
import { testAccount, testRegion } from '../../local/aws/engine';
import { client } from '../../local/aws/wire';

let cloud: LocalAws;
beforeEach(async () => {
  cloud = await startLocalAws({ earlyValidation: true });
});
afterEach(() => cloud.close());

function stacks(): AwsStacks {
  const accessKeyId = cloud.env(testAccount, testRegion)['AWS_ACCESS_KEY_ID'] ?? '';
  return new AwsStacks({ region: testRegion, local: { endpoint: cloud.url, accessKeyId } });
}

/** A change set of a new stack, as the CDK CLI makes one. @returns its status and the reason */
async function changeSet(stack: string, resources: object, name = 'cdk-deploy-change-set') {
  const { query } = client(cloud, testAccount, testRegion);
  const TemplateBody = JSON.stringify({ Resources: resources });
  const at = { StackName: stack, ChangeSetName: name };
  const made = await query('cloudformation', 'CreateChangeSet', { ...at, ChangeSetType: 'CREATE', TemplateBody });
  expect(made.status).toBe(200);
  const { text } = await query('cloudformation', 'DescribeChangeSet', at);
  return { text, at };
}

const topic = (properties: object) => ({ Type: 'AWS::SNS::Topic', Properties: properties });

test('properties and names that are refused fail the change set, and every finding has resource, property and reason', async () => {
  const { query } = client(cloud, testAccount, testRegion);
  const first = JSON.stringify({ Resources: { First: topic({ TopicName: 'alarms' }) } });
  await query('cloudformation', 'CreateStack', { StackName: 'first', TemplateBody: first });
  const { text } = await changeSet('second', {
    Again: topic({ TopicName: 'alarms' }),
    Wrong: { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: 'app', RetentionDays: 3 } },
    Key: { Type: 'AWS::KMS::Alias', Properties: { AliasName: 'alias/data' } },
  });
  expect(text).toMatch(/<Status>FAILED<\/Status>/);
  expect(text).toContain('AWS::EarlyValidation::ResourceExistenceCheck, AWS::EarlyValidation::PropertyValidation');
  const events = causalEvents(await stacks().failures('second'));
  expect(events).toEqual(
    expect.arrayContaining([
      {
        resource: 'Again',
        type: 'AWS::SNS::Topic',
        early: true,
        reason: "Resource of type 'AWS::SNS::Topic' with identifier 'alarms' already exists.",
      },
      expect.objectContaining({ resource: 'Wrong', type: 'AWS::Logs::LogGroup', early: true }) as unknown,
      {
        resource: 'Key',
        type: 'AWS::KMS::Alias',
        property: 'TargetKeyId',
        early: true,
        reason: 'Required property [TargetKeyId] not found',
      },
    ]),
  );
  expect(JSON.stringify(events)).toContain('RetentionDays');
  expect(knownCause({ ok: false, events, tail: '' })).toMatchObject({ code: 'NameStillTaken' });
});

test('a property alone is the cause that llmops check would have named', async () => {
  await changeSet('wrong', { Topic: topic({ TopicName: 'alarms', Colour: 'red' }) });
  const events = causalEvents(await stacks().failures('wrong'));
  expect(events).toHaveLength(1);
  expect(knownCause({ ok: false, events, tail: '' })).toMatchObject({ code: 'TemplateRefused' });
});

test('what an operation before found is not told again', async () => {
  await changeSet('twice', { Topic: topic({ Colour: 'red' }) }, 'one');
  const mark = await stacks().mark('twice');
  expect(await stacks().failures('twice', mark)).toEqual([]);
  await changeSet('twice', { Topic: topic({ Shape: 'round' }) }, 'two');
  const found = await stacks().failures('twice', mark);
  expect(JSON.stringify(found)).toMatch(/Shape/);
  expect(JSON.stringify(found)).not.toMatch(/Colour/);
});

test('the events of the stack do not have the findings, so a name alone finds nothing', async () => {
  const { at } = await changeSet('alone', { Topic: topic({ Colour: 'red' }) });
  const { query } = client(cloud, testAccount, testRegion);
  const ofStack = await query('cloudformation', 'DescribeEvents', { StackName: 'alone' });
  expect(ofStack.text).not.toContain('VALIDATION_ERROR');
  const both = await query('cloudformation', 'DescribeEvents', at);
  expect(both.text).toContain('<EventType>VALIDATION_ERROR</EventType>');
  expect(both.text).toContain('<ValidationName>PROPERTY_VALIDATION</ValidationName>');
  expect((await query('cloudformation', 'DescribeEvents', { ChangeSetName: at.ChangeSetName })).status).toBe(400);
});

test('without the option the creation fails, as before', async () => {
  await cloud.close();
  cloud = await startLocalAws();
  const { text } = await changeSet('late', { Topic: topic({ Colour: 'red' }) });
  expect(text).toMatch(/<Status>CREATE_COMPLETE<\/Status>/);
});
