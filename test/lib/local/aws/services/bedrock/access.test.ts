import type { LocalAws } from '../../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../../lib/local/aws';
import { testAccount, testRegion } from '../../engine';
import { client } from '../../wire';

let cloud: LocalAws;
const keys: Record<string, string> = {};

const model = 'amazon.nova-lite-v1:0';
const modelArn = `arn:aws:bedrock:${testRegion}::foundation-model/*`;
const role = (name: string, statements: readonly object[]) => ({
  Type: 'AWS::IAM::Role',
  Properties: {
    RoleName: name,
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { AWS: testAccount }, Action: 'sts:AssumeRole' }],
    },
    Policies: [{ PolicyName: 'rights', PolicyDocument: { Version: '2012-10-17', Statement: statements } }],
  },
});
const allow = (action: string, resource: unknown) => ({ Effect: 'Allow', Action: action, Resource: resource });
const guard = { 'Fn::GetAtt': ['Guard', 'GuardrailArn'] };

beforeAll(async () => {
  cloud = await startLocalAws();
  const { query } = client(cloud, testAccount, testRegion);
  await query('cloudformation', 'CreateStack', {
    StackName: 'callers',
    'Capabilities.member.1': 'CAPABILITY_NAMED_IAM',
    TemplateBody: JSON.stringify({
      Resources: {
        Guard: {
          Type: 'AWS::Bedrock::Guardrail',
          Properties: {
            Name: 'guard',
            BlockedInputMessaging: 'No.',
            BlockedOutputsMessaging: 'No.',
            WordPolicyConfig: { WordsConfig: [{ Text: 'Kestrel' }] },
          },
        },
        Nobody: role('nobody', [allow('s3:ListAllMyBuckets', '*')]),
        Talker: role('talker', [allow('bedrock:InvokeModel', modelArn)]),
        Streamer: role('streamer', [allow('bedrock:InvokeModelWithResponseStream', modelArn)]),
        Guarded: role('guarded', [allow('bedrock:InvokeModel', modelArn), allow('bedrock:ApplyGuardrail', guard)]),
      },
      Outputs: { Id: { Value: { 'Fn::GetAtt': ['Guard', 'GuardrailId'] } } },
    }),
  });
  for (const name of ['nobody', 'talker', 'streamer', 'guarded']) {
    const { text } = await query('sts', 'AssumeRole', {
      RoleArn: `arn:aws:iam::${testAccount}:role/${name}`,
      RoleSessionName: 'test',
    });
    keys[name] = /<AccessKeyId>([^<]+)/.exec(text)?.[1] ?? '';
  }
});
afterAll(() => cloud.close());

const messages = [{ role: 'user', content: [{ text: 'Hello' }] }];
const guardrail = () => cloud.stacks()[0]?.outputs['Id'] ?? '';
const requests: Readonly<Record<string, () => readonly [path: string, body: object]>> = {
  Converse: () => [`/model/${model}/converse`, { messages }],
  ConverseStream: () => [`/model/${model}/converse-stream`, { messages }],
  InvokeModel: () => ['/model/amazon.titan-embed-text-v2:0/invoke', { inputText: 'lake' }],
  InvokeModelWithResponseStream: () => [`/model/${model}/invoke-with-response-stream`, { messages }],
  ApplyGuardrail: () => [
    `/guardrail/${guardrail()}/version/DRAFT/apply`,
    { source: 'INPUT', content: [{ text: { text: 'Hello' } }] },
  ],
  'Converse with a guardrail': () => [
    `/model/${model}/converse`,
    { messages, guardrailConfig: { guardrailIdentifier: guardrail(), guardrailVersion: 'DRAFT' } },
  ],
};

it.each([
  ['Converse', 'nobody', 'talker'],
  ['Converse', 'streamer', 'guarded'],
  ['ConverseStream', 'talker', 'streamer'],
  ['InvokeModel', 'streamer', 'talker'],
  ['InvokeModelWithResponseStream', 'talker', 'streamer'],
  ['ApplyGuardrail', 'talker', 'guarded'],
  ['Converse with a guardrail', 'talker', 'guarded'],
])('%s is denied to %s and allowed to %s', async (operation, denied, allowed) => {
  const [path = '', body = {}] = requests[operation]?.() ?? [];
  const ask = (name: string) =>
    fetch(`${cloud.url}${path}`, {
      method: 'POST',
      headers: {
        authorization: `AWS4-HMAC-SHA256 Credential=${keys[name] ?? ''}/20261201/${testRegion}/bedrock/aws4_request, SignedHeaders=host, Signature=00`,
      },
      body: JSON.stringify(body),
    });
  const refusal = await ask(denied);
  expect([refusal.status, refusal.headers.get('x-amzn-errortype')]).toEqual([403, 'AccessDeniedException']);
  expect((await ask(allowed)).status).toBe(200);
});

it('refuses to invoke an agent runtime, by its service and path', async () => {
  const response = await fetch(`${cloud.url}/runtimes/agent-1/invocations`, {
    method: 'POST',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${cloud.env(testAccount, testRegion)['AWS_ACCESS_KEY_ID'] ?? ''}/20261201/${testRegion}/bedrock-agentcore/aws4_request, SignedHeaders=host, Signature=00`,
    },
    body: '{}',
  });
  expect(response.ok).toBe(false);
  expect(await response.text()).toContain('does not implement bedrock-agentcore: POST /runtimes/agent-1/invocations');
});
