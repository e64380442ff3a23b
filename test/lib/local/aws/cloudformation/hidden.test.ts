import type { LocalAws } from '../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../lib/local/aws';
import { testAccount, testRegion } from '../engine';
import { client } from '../wire';

const secret = 'hunter2-hunter2';
const fromFunction = 'tell-nobody';
let cloud: LocalAws;
let caller: ReturnType<typeof client>;
beforeAll(async () => {
  cloud = await startLocalAws({});
  caller = client(cloud, testAccount, testRegion);
});
afterAll(() => cloud.close());

async function ask(action: string, parameters: Readonly<Record<string, string>> = {}): Promise<string> {
  const { text } = await caller.query('cloudformation', action, { StackName: 'hides', ...parameters });
  await cloud.idle();
  return text;
}

async function stored(name: string): Promise<unknown> {
  return ((await caller.ssm('GetParameter', { Name: name })).body['Parameter'] as { Value?: string }).Value;
}

const keeps = (name: string, value: unknown) => ({
  Type: 'AWS::SSM::Parameter',
  Properties: { Name: name, Type: 'String', Value: value },
});
const answered = { 'Fn::GetAtt': ['Thing', 'Word'] };

/** @param word what the function answers */
function template(word: string, noEcho: boolean, more = {}) {
  const code = `
    const response = require('cfn-response');
    exports.handler = (event, context) =>
      response.send(event, context, 'SUCCESS', { Word: '${word.slice(0, 4)}' + '${word.slice(4)}' }, 'thing', ${noEcho});`;
  const trust = { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' };
  return {
    Parameters: { Password: { Type: 'String', NoEcho: true }, Parts: { Type: 'CommaDelimitedList', NoEcho: true } },
    Resources: {
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: { AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [trust] } },
      },
      Function: {
        Type: 'AWS::Lambda::Function',
        Properties: {
          Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
          Runtime: 'nodejs22.x',
          Handler: 'index.handler',
          Code: { ZipFile: code },
        },
      },
      Thing: {
        Type: 'Custom::Thing',
        Properties: { ServiceToken: { 'Fn::GetAtt': ['Function', 'Arn'] }, Password: { Ref: 'Password' } },
      },
      Given: keeps('/given', { 'Fn::Sub': 'is ${Password}' }),
      Part: keeps('/part', { 'Fn::Select': [1, { Ref: 'Parts' }] }),
      Split: keeps('/split', { 'Fn::Select': [1, { 'Fn::Split': ['-', { Ref: 'Password' }] }] }),
      Answered: keeps('/answered', answered),
      ...more,
    },
    Outputs: { Word: { Value: answered } },
  };
}

const body = (text: object) => ({
  TemplateBody: JSON.stringify(text),
  'Capabilities.member.1': 'CAPABILITY_NAMED_IAM',
  'Parameters.member.1.ParameterKey': 'Password',
  'Parameters.member.1.ParameterValue': secret,
  'Parameters.member.2.ParameterKey': 'Parts',
  'Parameters.member.2.ParameterValue': 'part-one,part-two',
});

test('what NoEcho hides reaches the resources, and no answer but the outputs', async () => {
  await ask('CreateStack', body(template(fromFunction, true)));
  expect(await Promise.all(['/given', '/part', '/split', '/answered'].map(stored))).toEqual([
    `is ${secret}`,
    'part-two',
    'hunter2',
    fromFunction,
  ]);
  const events = await ask('DescribeStackEvents');
  expect(events).toContain('is ****');
  expect(events).toContain('&quot;*****&quot;');
  await caller.ssm('PutParameter', { Name: '/given', Value: 'drifted', Overwrite: true });
  await ask('CreateChangeSet', {
    ChangeSetName: 'next',
    ...body({ ...template(fromFunction, true, { Given: keeps('/given', { 'Fn::Sub': 'was ${Password}' }) }) }),
  });
  const changes = await ask('DescribeChangeSet', { ChangeSetName: 'next', IncludePropertyValues: 'true' });
  expect(changes).toContain('was ****');
  const stacks = await ask('DescribeStacks');
  const drifts = await ask('DescribeStackResourceDrifts');
  expect(drifts).toContain('<StackResourceDriftStatus>MODIFIED');
  const others = [events, changes, drifts, await ask('DescribeStackResources'), JSON.stringify(cloud.requests())];
  for (const answer of [...others, stacks.replace(/<Outputs>.*<\/Outputs>/, '')]) {
    for (const hidden of [secret, 'part-two', '>hunter2<', fromFunction]) expect(answer).not.toContain(hidden);
  }
  // Outputs are not hidden, as the documentation says.
  expect(stacks).toContain(`<OutputValue>${fromFunction}`);
});

test('what a dynamic reference resolves to is in no answer', async () => {
  const reference = '{{resolve:secretsmanager:token}}';
  const secretNamed = { Name: 'token', GenerateSecretString: { ExcludePunctuation: true } };
  const Resources = {
    Secret: { Type: 'AWS::SecretsManager::Secret', Properties: secretNamed },
    Use: { ...keeps('/dynamic', reference), DependsOn: 'Secret' },
  };
  const StackName = 'dynamic';
  await ask('CreateStack', { StackName, TemplateBody: JSON.stringify({ Resources }) });
  const value = String(await stored('/dynamic'));
  expect(value).toMatch(/^[A-Za-z0-9]{32}$/);
  await caller.ssm('PutParameter', { Name: '/dynamic', Value: 'drifted', Overwrite: true });
  const drifts = await ask('DescribeStackResourceDrifts', { StackName });
  const events = await ask('DescribeStackEvents', { StackName });
  for (const answer of [drifts, events]) {
    expect(answer).toContain(reference);
    expect(answer).not.toContain(value);
  }
  expect(drifts).toContain('<StackResourceDriftStatus>MODIFIED');
});

test('without NoEcho an answer is shown, also after it was hidden', async () => {
  await ask('UpdateStack', body(template('everybody', false, { Later: keeps('/later', answered) })));
  const changed = template('everybody', false, { Later: keeps('/later', answered) });
  const again = { ...changed.Resources.Thing.Properties, Version: '2' };
  Object.assign(changed.Resources, { Thing: { ...changed.Resources.Thing, Properties: again } });
  await ask('UpdateStack', body(changed));
  expect(await stored('/answered')).toBe('everybody');
  expect(await ask('DescribeStackEvents')).toContain('everybody');
});
