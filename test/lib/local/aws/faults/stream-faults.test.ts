import { BedrockRuntimeClient, ConverseCommand, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime';
import type { LocalAws } from '../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../lib/local/aws';
import { testAccount, testRegion } from '../engine';

let cloud: LocalAws;
let runtime: BedrockRuntimeClient;
beforeAll(async () => {
  cloud = await startLocalAws();
  runtime = new BedrockRuntimeClient({
    endpoint: cloud.url,
    region: testRegion,
    credentials: { accessKeyId: cloud.env(testAccount, testRegion)['AWS_ACCESS_KEY_ID'] ?? '', secretAccessKey: 'x' },
    maxAttempts: 1,
  });
});
afterEach(() => cloud.faults.clear());
afterAll(async () => {
  runtime.destroy();
  await cloud.close();
});

const text = 'The lift of the tower is closed on Mondays, and on every second Sunday of the month.';
const conversation = {
  modelId: 'amazon.nova-lite-v1:0',
  system: [{ text }],
  messages: [{ role: 'user' as const, content: [{ text: 'On which days is the lift of the tower closed?' }] }],
};

/** What came of a stream, and the error that ended it. */
async function read(): Promise<{ readonly kinds: readonly string[]; readonly error: unknown }> {
  const kinds: string[] = [];
  try {
    const { stream } = await runtime.send(new ConverseStreamCommand(conversation));
    for await (const event of stream ?? []) kinds.push(Object.keys(event)[0] ?? '');
  } catch (error) {
    return { kinds, error };
  }
  return { kinds, error: undefined };
}

it('ends a stream in the error of the service, after its first half', async () => {
  cloud.faults.add({ kind: 'stream-error', service: 'bedrock', action: 'ConverseStream', times: 1 });
  const broken = await read();
  expect(broken.kinds.slice(0, 2)).toEqual(['messageStart', 'contentBlockDelta']);
  expect(broken.kinds).not.toContain('messageStop');
  expect(broken.error).toMatchObject({ name: 'ModelStreamErrorException', originalStatusCode: 500 });
  const whole = await read();
  expect(whole.kinds.at(-1)).toBe('metadata');
  expect(whole.error).toBeUndefined();
});

it('closes the connection in the middle of a stream, over HTTP/2 and HTTP/1.1', async () => {
  cloud.faults.add({ kind: 'cut', times: 2 });
  const cut = await read();
  expect(cut.kinds).not.toContain('messageStop');
  expect(cut.error).toBeDefined();
  expect(cut.error).not.toMatchObject({ name: 'ModelStreamErrorException' });
  const key = cloud.env(testAccount, testRegion)['AWS_ACCESS_KEY_ID'] ?? '';
  const response = await fetch(`${cloud.url}/model/${conversation.modelId}/converse-stream`, {
    method: 'POST',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${key}/20261201/${testRegion}/bedrock/aws4_request, SignedHeaders=host, Signature=00`,
    },
    body: JSON.stringify({ system: conversation.system, messages: conversation.messages }),
  });
  expect(response.status).toBe(200);
  await expect(response.arrayBuffer()).rejects.toThrow();
  expect((await read()).error).toBeUndefined();
});

it('meets no answer that is whole', async () => {
  cloud.faults.add({ kind: 'cut' });
  cloud.faults.add({ kind: 'stream-error' });
  const { stopReason } = await runtime.send(new ConverseCommand(conversation));
  expect(stopReason).toBe('end_turn');
  expect(cloud.faults.list().map(({ happened }) => happened)).toEqual([0, 0]);
});
