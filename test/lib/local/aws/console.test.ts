import { request } from 'node:http';
import { connect } from 'node:net';
import type { LocalAws } from '../../../../lib/local/aws';
import { startLocalAws } from '../../../../lib/local/aws';
import { testAccount, testRegion } from './engine';
import { client } from './wire';

let cloud: LocalAws;
beforeAll(async () => {
  cloud = await startLocalAws();
  const TemplateBody = JSON.stringify({
    Resources: {
      Data: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'data' } },
      Rules: { Type: 'Custom::VpcRestrictDefaultSG', Properties: { ServiceToken: 'arn:aws:lambda:::function:x' } },
    },
  });
  await client(cloud, testAccount, testRegion).query('cloudformation', 'CreateStack', { StackName: 'S', TemplateBody });
  await cloud.idle();
});
afterAll(() => cloud.close());

function get(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') {
  return new Promise<{ readonly status: number; readonly body: Record<string, unknown> }>((resolve, reject) => {
    const sent = request(cloud.url, { path, headers, method }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) as Record<string, unknown> });
      });
    });
    sent.on('error', reject).end();
  });
}

test('says what the cloud holds and what was simulated', async () => {
  expect(await get('/_llmops/status')).toMatchObject({
    status: 200,
    body: {
      stacks: [{ stack: 'S', status: 'CREATE_COMPLETE' }],
      buckets: [{ name: 'data', objects: 0 }],
      simulated: [{ stack: 'S', logicalId: 'Rules' }],
      unverified: [],
    },
  });
});

test('gives the request log from an index on, and from the end', async () => {
  await client(cloud, testAccount, testRegion).query('sts', 'GetCallerIdentity', {});
  const { body } = await get('/_llmops/requests?from=-1');
  expect(body).toMatchObject({ requests: [{ service: 'sts', action: 'GetCallerIdentity' }] });
  expect((await get(`/_llmops/requests?from=${String(body['next'])}`)).body).toEqual({
    requests: [],
    next: body['next'],
  });
  expect((await get('/_llmops/requests?from=x')).status).toBe(400);
});

test.each([
  ['a page of a browser', { origin: 'http://example.com' }, 'GET'],
  ['a name that leads here', { host: 'example.com' }, 'GET'],
  ['another method', {}, 'POST'],
])('%s is refused', async (_who, headers, method) => {
  expect((await get('/_llmops/status', headers, method)).status).toBe(method === 'POST' ? 405 : 403);
});

test('faults are added, listed and cleared; a page of a browser does none of it', async () => {
  const fault = encodeURIComponent('{"kind":"throttle"}');
  expect((await get(`/_llmops/faults?fault=${fault}`, { origin: 'https://example.com' }, 'POST')).status).toBe(403);
  expect((await get('/_llmops/faults')).body).toEqual({ faults: [] });
  const id = String((await get(`/_llmops/faults?fault=${fault}`, {}, 'POST')).body['id']);
  expect((await get('/_llmops/faults?fault=%7B', {}, 'POST')).status).toBe(400);
  expect((await get('/_llmops/faults', {}, 'PUT')).status).toBe(405);
  expect((await get(`/_llmops/faults?id=${id}`, {}, 'DELETE')).body).toEqual({ cleared: 1 });
});

test('as a proxy it lets nothing through, says why, and logs it', async () => {
  const { port } = new URL(cloud.url);
  const tunnel = await new Promise<string>((resolve) => {
    let text = '';
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write(
        'CONNECT sqs.eu-central-1.amazonaws.com:443 HTTP/1.1\r\nhost: sqs.eu-central-1.amazonaws.com\r\n\r\n',
      );
    });
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.on('end', () => {
      resolve(text);
    });
  });
  expect(tunnel).toMatch(/^HTTP\/1.1 403 Forbidden[^]*lets nothing through/);
  expect(cloud.requests().at(-1)).toMatchObject({
    service: 'outside',
    action: 'CONNECT',
    resource: 'sqs.eu-central-1.amazonaws.com:443',
  });
  const plain = await new Promise<number | undefined>((resolve) => {
    request(cloud.url, { path: 'http://169.254.169.254/latest/meta-data/' }, ({ statusCode }) => {
      resolve(statusCode);
    }).end();
  });
  expect(plain).toBe(403);
  expect(cloud.requests().at(-1)).toMatchObject({
    service: 'outside',
    resource: 'http://169.254.169.254/latest/meta-data/',
  });
});
