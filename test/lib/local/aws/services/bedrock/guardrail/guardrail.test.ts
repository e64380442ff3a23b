import {
  ApplyGuardrailCommand,
  BedrockRuntimeClient,
  ConverseCommand,
  ConverseStreamCommand,
} from '@aws-sdk/client-bedrock-runtime';
import type { LocalAws } from '../../../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../../../lib/local/aws';
import { testAccount, testRegion } from '../../../engine';
import { client } from '../../../wire';

let cloud: LocalAws;
let runtime: BedrockRuntimeClient;
let id: string;
const unverified: string[] = [];

const template = (word: string) => ({
  Resources: {
    Guard: {
      Type: 'AWS::Bedrock::Guardrail',
      Properties: {
        Name: 'guard',
        BlockedInputMessaging: 'No such question.',
        BlockedOutputsMessaging: 'No such answer.',
        WordPolicyConfig: { WordsConfig: [{ Text: word }] },
        SensitiveInformationPolicyConfig: { PiiEntitiesConfig: [{ Type: 'EMAIL', Action: 'ANONYMIZE' }] },
        ContentPolicyConfig: { FiltersConfig: [{ Type: 'HATE', InputStrength: 'HIGH', OutputStrength: 'HIGH' }] },
      },
    },
    First: {
      Type: 'AWS::Bedrock::GuardrailVersion',
      Properties: { GuardrailIdentifier: { 'Fn::GetAtt': ['Guard', 'GuardrailId'] } },
    },
  },
  Outputs: {
    Id: { Value: { 'Fn::GetAtt': ['Guard', 'GuardrailId'] } },
    Version: { Value: { 'Fn::GetAtt': ['First', 'Version'] } },
  },
});

beforeAll(async () => {
  cloud = await startLocalAws({
    onEvent: (event) => {
      if (event.kind === 'unverified') unverified.push(event.what);
    },
  });
  const stacks = client(cloud, testAccount, testRegion);
  const send = (action: string, word: string) =>
    stacks.query('cloudformation', action, { StackName: 'guard', TemplateBody: JSON.stringify(template(word)) });
  expect((await send('CreateStack', 'Kestrel')).text).not.toContain('<Error>');
  expect((await send('UpdateStack', 'Heron')).text).not.toContain('<Error>');
  await cloud.idle();
  id = cloud.stacks()[0]?.outputs['Id'] ?? '';
  runtime = new BedrockRuntimeClient({
    endpoint: cloud.url,
    region: testRegion,
    credentials: { accessKeyId: cloud.env(testAccount, testRegion)['AWS_ACCESS_KEY_ID'] ?? '', secretAccessKey: 'x' },
    maxAttempts: 1,
  });
});
afterAll(async () => {
  runtime.destroy();
  await cloud.close();
});

const apply = (text: string, guardrailVersion = 'DRAFT') =>
  runtime.send(
    new ApplyGuardrailCommand({
      guardrailIdentifier: id,
      guardrailVersion,
      source: 'INPUT',
      content: [{ text: { text } }],
    }),
  );

it('blocks a word and says what it did not evaluate', async () => {
  const answer = await apply('What is a Heron?');
  expect(answer).toMatchObject({
    action: 'GUARDRAIL_INTERVENED',
    actionReason: 'Not evaluated by the local cloud: content filter HATE',
    outputs: [{ text: 'No such question.' }],
    assessments: [{ wordPolicy: { customWords: [{ match: 'Heron', action: 'BLOCKED' }] } }],
    usage: { wordPolicyUnits: 1, contentPolicyUnits: 0 },
  });
  expect(unverified).toContain(`guardrail ${id} was applied without: content filter HATE`);
});

it('replaces personal data, and leaves other texts alone', async () => {
  expect((await apply('I am a@example.com')).outputs).toEqual([{ text: 'I am {EMAIL}' }]);
  expect(await apply('Hello.')).toMatchObject({ action: 'NONE', outputs: [], assessments: [{}] });
});

it('takes a numbered version as it was frozen, and the draft as it is now', async () => {
  expect((await apply('A Kestrel', '1')).action).toBe('GUARDRAIL_INTERVENED');
  expect((await apply('A Heron', '1')).action).toBe('NONE');
  expect((await apply('A Kestrel')).action).toBe('NONE');
  await expect(apply('A Heron', '2')).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  await expect(apply('A Heron', 'latest')).rejects.toMatchObject({ name: 'ValidationException' });
});

it('guards a conversation on both sides, streamed or not', async () => {
  const ask = {
    modelId: 'amazon.nova-lite-v1:0',
    guardrailConfig: { guardrailIdentifier: id, guardrailVersion: 'DRAFT', trace: 'enabled' as const },
  };
  const user = (text: string) => [{ role: 'user' as const, content: [{ text }] }];
  const blocked = await runtime.send(new ConverseCommand({ ...ask, messages: user('What is a Heron?') }));
  expect(blocked).toMatchObject({
    stopReason: 'guardrail_intervened',
    output: { message: { content: [{ text: 'No such question.' }] } },
    usage: { totalTokens: 0 },
    trace: { guardrail: { inputAssessment: { [id]: { wordPolicy: {} } } } },
  });
  const system = [{ text: 'The desk has the address desk@example.com for questions.' }];
  const question = user('Which address has the desk for questions?');
  const masked = await runtime.send(new ConverseCommand({ ...ask, system, messages: question }));
  expect(masked.output?.message?.content?.[0]?.text).toContain('has the address {EMAIL} for questions');
  expect(masked.stopReason).toBe('guardrail_intervened');
  const { stream } = await runtime.send(new ConverseStreamCommand({ ...ask, system, messages: question }));
  let text = '';
  for await (const event of stream ?? []) text += event.contentBlockDelta?.delta?.text ?? '';
  expect(text).toBe(masked.output?.message?.content?.[0]?.text);
});
