import type { LocalAws } from '../../../../lib/local/aws';
import { startLocalAws } from '../../../../lib/local/aws';
import { route } from '../../../../lib/local/aws/router';
import { services } from '../../../../lib/local/aws/services/table';
import { Cloud } from '../../../../lib/local/aws/state/cloud';
import { Ledger } from '../../../../lib/local/aws/state/ledger';
import { testAccount, testRegion } from './engine';
import { MemoryStore } from './state/memory-store';

const signed = (service: string): string =>
  `AWS4-HMAC-SHA256 Credential=AKIALOCAL${testAccount}/20261130/${testRegion}/${service}/aws4_request, SignedHeaders=host, Signature=00`;

describe('a body over the limit', () => {
  let cloud: LocalAws;
  beforeAll(async () => {
    cloud = await startLocalAws();
  });
  afterAll(() => cloud.close());

  test.each<[string, number, Readonly<Record<string, string>>, number, string]>([
    [
      'of a query service',
      1_048_577,
      { 'content-type': 'application/x-www-form-urlencoded', authorization: signed('cloudformation') },
      413,
      'RequestEntityTooLarge',
    ],
    [
      'of a JSON service',
      33_554_433,
      { 'x-amz-target': 'AmazonSSM.GetParameter', authorization: signed('ssm') },
      413,
      'RequestEntityTooLarge',
    ],
  ])(
    '%s gets the error of the service, and the next request is answered',
    async (_what, bytes, headers, status, code) => {
      const response = await fetch(cloud.url, { method: 'POST', headers, body: new Uint8Array(bytes).fill(97) });
      expect([response.status, await response.text()]).toEqual([status, expect.stringContaining(code)]);
      expect(cloud.requests().at(-1)).toMatchObject({ outcome: 'refused', errorCode: code });
      expect((await fetch(`${cloud.url}/_llmops/status`)).status).toBe(200);
    },
  );

  test('of S3 is refused by what it says of its length, before it is read', async () => {
    const answer = await route(
      { method: 'PUT', url: '/data/key', headers: { authorization: signed('s3') }, tooLarge: 300_000_000 },
      { cloud: new Cloud('test', () => new Date(0)), services, endpoint: 'http://127.0.0.1:1' },
    );
    expect([answer.answer.status, answer.record.errorCode]).toEqual([400, 'EntityTooLarge']);
  });
});

test('when the state cannot be written, the request and every later one is refused, and the state stays what was acknowledged', async () => {
  const store = new MemoryStore();
  const ledger = await Ledger.open(store);
  const cloud = new Cloud('test', () => new Date(0), undefined, { ledger });
  const put = (value: string) =>
    route(
      {
        method: 'POST',
        url: '/',
        headers: { authorization: signed('ssm'), 'x-amz-target': 'AmazonSSM.PutParameter' },
        body: Buffer.from(JSON.stringify({ Name: '/p', Type: 'String', Value: value, Overwrite: true })),
      },
      { cloud, services, endpoint: 'http://127.0.0.1:1' },
    );
  expect((await put('kept')).answer.status).toBe(200);
  await ledger.flush();
  store.fault = new Error('No space left on device');
  const lost = await put('lost');
  const error: unknown = await ledger.flush().catch((reason: unknown) => reason);
  expect(lost.unsaved(error)).toMatchObject({ status: 503, headers: { 'x-amzn-errortype': 'ServiceUnavailable' } });
  store.fault = undefined;
  expect((await put('later')).record).toMatchObject({
    status: 503,
    outcome: 'failed',
    errorCode: 'ServiceUnavailable',
  });
  await ledger.close();
  const next = new Cloud('test', () => new Date(0), undefined, { ledger: await Ledger.open(store) });
  expect(next.parameters(testAccount, testRegion).get('/p')?.value).toBe('kept');
});
