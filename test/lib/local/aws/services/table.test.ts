import { route } from '../../../../../lib/local/aws/router';
import type { WireRequest } from '../../../../../lib/local/aws/services/call';
import type { LocalService } from '../../../../../lib/local/aws/services/service';
import { services } from '../../../../../lib/local/aws/services/table';
import { Cloud } from '../../../../../lib/local/aws/state/cloud';
import { testAccount, testRegion } from '../engine';

const cloud = new Cloud('test', () => new Date('2026-11-25T00:00:00Z'));
const signed = (service: string): string =>
  `AWS4-HMAC-SHA256 Credential=AKIALOCAL${testAccount}/20261125/${testRegion}/${service}/aws4_request, SignedHeaders=host, Signature=00`;

async function send(request: Partial<WireRequest>, table: readonly LocalService[] = services) {
  const { answer, record } = await route(
    { method: 'POST', url: '/', headers: {}, body: Buffer.alloc(0), ...request },
    { cloud, services: table, endpoint: 'http://127.0.0.1:1' },
  );
  return { ...answer, body: String(answer.body), record };
}

test('no two services share a signing name, and no two JSON services a target', () => {
  const names = services.map(({ signingName }) => signingName);
  expect(new Set(names).size).toBe(names.length);
  const targets = services.flatMap((service) => (service.protocol === 'json' ? [service.target] : []));
  expect(new Set(targets).size).toBe(targets.length);
});

describe('a second JSON service needs its row only', () => {
  const states: LocalService = {
    protocol: 'json',
    signingName: 'kinesis',
    version: '1.0',
    target: 'Kinesis_20131202',
    resource: ['stateMachineArn', 'name'],
    actions: { PutRecord: ({ name }, { region }) => ({ started: name ?? '', region }) },
  };
  const call = (target: string, body: string) =>
    send({ headers: { authorization: signed('kinesis'), 'x-amz-target': target }, body: Buffer.from(body) }, [
      ...services,
      states,
    ]);

  test('its actions answer in its version of the protocol and are logged by its signing name', async () => {
    const { status, headers, body, record } = await call('Kinesis_20131202.PutRecord', '{"name":"nightly"}');
    expect([status, headers['content-type'], body]).toEqual([
      200,
      'application/x-amz-json-1.0',
      `{"started":"nightly","region":"${testRegion}"}`,
    ]);
    expect(record).toMatchObject({ service: 'kinesis', action: 'PutRecord', resource: 'nightly', outcome: 'ok' });
  });

  test('a body that is not JSON, and an action without an implementation, are refused in its version', async () => {
    expect(await call('Kinesis_20131202.PutRecord', '{')).toMatchObject({
      status: 400,
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-errortype': 'SerializationException' },
    });
    expect(await call('Kinesis_20131202.GetRecords', '{}')).toMatchObject({
      status: 400,
      headers: { 'x-amzn-errortype': 'UnknownOperationException' },
      record: { service: 'kinesis', action: 'GetRecords' },
    });
  });

  test('the target of another service stays apart, even one that begins alike', async () => {
    expect(await call('Kinesis_20131202Express.PutRecord', '{}')).toMatchObject({
      status: 400,
      record: { service: 'Kinesis_20131202Express', outcome: 'refused' },
    });
    expect((await call('AmazonSSM.GetParameter', '{"Name":"/none"}')).record).toMatchObject({
      service: 'ssm',
      resource: '/none',
      errorCode: 'ParameterNotFound',
    });
  });
});

test.each<[string, Partial<WireRequest>, string, string]>([
  [
    'a form for a service without a row in the XML of the query protocol',
    {
      headers: { authorization: signed('iam'), 'content-type': 'application/x-www-form-urlencoded' },
      body: Buffer.from('Action=ListRoles'),
    },
    'text/xml',
    'The local cloud does not implement iam:ListRoles',
  ],
  [
    'a target of a service without a row in JSON',
    { headers: { authorization: signed('kinesis'), 'x-amz-target': 'Kinesis_20131202.PutRecord' } },
    'application/x-amz-json-1.1',
    'The local cloud does not implement Kinesis_20131202.PutRecord',
  ],
  [
    'a path of a service without a row in JSON',
    { method: 'GET', url: '/pages/', headers: { authorization: signed('polly') } },
    'application/x-amz-json-1.1',
    'The local cloud does not implement polly: GET /pages/',
  ],
  [
    'a request without a signature in the XML of S3',
    { method: 'GET', url: '/data/key' },
    'application/xml',
    'Access Denied',
  ],
  [
    'a query action that a JSON service would have',
    {
      headers: { authorization: signed('ssm'), 'content-type': 'application/x-www-form-urlencoded' },
      body: Buffer.from('Action=GetParameter'),
    },
    'text/xml',
    'The local cloud does not implement ssm:GetParameter',
  ],
])('refuses %s', async (_name, request, type, message) => {
  const { headers, body, record } = await send(request);
  expect([headers['content-type'], record.outcome]).toEqual([type, 'refused']);
  expect(body).toContain(message);
});

test.each<[string, Partial<WireRequest>, number, string]>([
  ['query', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 403, 'SignatureDoesNotMatch'],
  ['JSON', { headers: { 'x-amz-target': 'AmazonSSM.GetParameter' } }, 403, 'InvalidSignatureException'],
  ['S3', { method: 'GET', url: '/b/k', headers: {} }, 400, 'AuthorizationHeaderMalformed'],
])('a region that does not exist is refused in the words of %s', async (_name, request, status, code) => {
  const authorization = signed('s3').replace(testRegion, 'eu-central-9');
  const answer = await send({ ...request, headers: { ...request.headers, authorization } });
  expect([answer.status, answer.record.errorCode]).toEqual([status, code]);
});

test('an error in the answer to HEAD has no body', async () => {
  const { status, body } = await send({ method: 'HEAD', url: '/absent/key', headers: { authorization: signed('s3') } });
  expect([status, body]).toEqual([404, '']);
});

test('an unexpected failure of an action is answered and logged as a failure of the local cloud', async () => {
  const failing: LocalService = {
    protocol: 'json',
    signingName: 'x',
    version: '1.1',
    target: 'X',
    resource: [],
    actions: {
      Fail: () => {
        throw new TypeError('broken');
      },
    },
  };
  expect(await send({ headers: { authorization: signed('x'), 'x-amz-target': 'X.Fail' } }, [failing])).toMatchObject({
    status: 500,
    record: { outcome: 'failed', errorCode: 'InternalFailure' },
  });
});
