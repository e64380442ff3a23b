import { request as httpRequest } from 'node:http';
import fc from 'fast-check';
import type { LocalAws } from '../../../../lib/local/aws';
import { startLocalAws } from '../../../../lib/local/aws';
import { testAccount, testRegion } from './engine';
import { client } from './wire';

let cloud: LocalAws;
beforeAll(async () => {
  cloud = await startLocalAws();
  const TemplateBody = '{"Resources":{"B":{"Type":"AWS::S3::Bucket","Properties":{"BucketName":"data"}}}}';
  await client(cloud, testAccount, testRegion).query('cloudformation', 'CreateStack', {
    StackName: 'Data',
    TemplateBody,
  });
  await cloud.idle();
});
afterAll(() => cloud.close());

/** Names that every JavaScript object has. */
const inherited = [
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '__defineGetter__',
  'prototype',
];

const signature = (service: string, region = testRegion): string =>
  `AWS4-HMAC-SHA256 Credential=AKIALOCAL${testAccount}/20261130/${region}/${service}/aws4_request, SignedHeaders=host, Signature=00`;

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends a request as it is: `fetch` would correct its path. */
function send({ method, path, headers, body }: Sent): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      cloud.url,
      { method, path, headers: withLength(headers, body), agent: false },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, text });
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Without its length, the body of a GET would be read as the next request. */
function withLength(headers: Sent['headers'], body: string): Sent['headers'] {
  return { ...headers, 'content-length': String(Buffer.byteLength(body)) };
}

const form = { 'content-type': 'application/x-www-form-urlencoded' };

test.each(inherited)('the action %s is refused by every protocol', async (name) => {
  const answers = await Promise.all([
    ...['cloudformation', 'sts', 's3', 'ssm', name].map((service) =>
      send({
        method: 'POST',
        path: '/',
        headers: { ...form, authorization: signature(service) },
        body: `Action=${name}`,
      }),
    ),
    ...[`AmazonSSM.${name}`, `${name}.GetParameter`, name, `AmazonSSM.GetParameter.${name}`].map((target) =>
      send({
        method: 'POST',
        path: '/',
        headers: { 'x-amz-target': target, authorization: signature('ssm') },
        body: '{"Name":"/x"}',
      }),
    ),
    ...[`/${name}`, `/${name}/${name}`, `/data?${name}`, `/data/${name}?${name}=1`].map((path) =>
      send({ method: 'GET', path, headers: { authorization: signature('s3') }, body: '' }),
    ),
  ]);
  for (const { status } of answers) expect([400, 403, 404, 405, 501]).toContain(status);
});

const hostileText = fc.oneof(
  fc.constantFrom(...inherited),
  fc.constantFrom(
    '',
    '%',
    '%zz',
    '%00',
    '..',
    '../../etc',
    '\u0001',
    '\u{1f600}',
    "'",
    '"',
    '<',
    '&',
    ']]>',
    '-1',
    '1e99',
  ),
  fc.string({ maxLength: 12, unit: 'binary' }),
);
const hostileJson = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value)),
  fc.constantFrom(
    '{',
    '[',
    '{"a":',
    '"',
    'nul',
    '{"__proto__":{"Name":"/x"}}',
    '\u0000',
    '[1,]',
    '{"Name":"a","Name":"b"}',
  ),
  fc
    .tuple(fc.constantFrom('Name', 'Names', 'Path', 'Value'), fc.jsonValue({ maxDepth: 1 }))
    .map((pair) => JSON.stringify(Object.fromEntries([pair]))),
  fc.constant('['.repeat(20_000)),
);
const hostileXml = fc.constantFrom(
  '<Delete><Object><Key>a</Key></Object>',
  '<!DOCTYPE x [<!ENTITY a "b">]><Delete><Object><Key>&a;</Key></Object></Delete>',
  '<Delete/>',
  '<CompleteMultipartUpload><Part><PartNumber>x</PartNumber></Part></CompleteMultipartUpload>',
  '<',
);
const hostileTemplate = fc.constantFrom(
  '{"Resources":{"__proto__":{"Type":"AWS::SNS::Topic"}}}',
  '{"Resources":{"constructor":{"Type":"constructor"}}}',
  'Resources: &a\n  A: *a',
  `a: &a [x]\n${Array.from({ length: 40 }, (_unused, n) => `b${n}: &b${n} [*a, *a]`).join('\n')}`,
  'Resources: {A: !Ref [}',
  '\t- :',
);

const queryBody = fc
  .array(
    fc.tuple(
      fc.oneof(
        fc.constantFrom('Action', 'StackName', 'TemplateBody', 'TemplateURL', 'NextToken', 'RoleArn', 'ChangeSetName'),
        fc.constantFrom('Parameters.member.x.ParameterKey', 'Capabilities.member.-1', 'Tags.member.1.Key', '__proto__'),
      ),
      fc.oneof(
        hostileText,
        hostileTemplate,
        fc.constantFrom('CreateStack', 'DescribeStacks', 'CreateChangeSet', 'GetTemplateSummary', 'AssumeRole', 'Data'),
      ),
    ),
    { maxLength: 6 },
  )
  .map((pairs) => pairs.map(([name, value]) => `${name}=${encodeURIComponent(wellFormed(value))}`).join('&'));

/** A lone half of a character cannot be sent. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '?');
}

/** A path that Node sends: it refuses characters that cannot be in a request line. */
const path = fc
  .tuple(
    fc.array(fc.oneof(hostileText, fc.constantFrom('data', 'key', '')), { maxLength: 4 }),
    fc.array(
      fc.oneof(
        hostileText,
        fc.constantFrom('list-type=2', 'uploads', 'uploadId=x', 'delete', 'max-keys=a', 'partNumber=0'),
      ),
      {
        maxLength: 3,
      },
    ),
  )
  .map(([parts, query]) => `/${parts.join('/')}?${query.join('&')}`.replace(/[^\u0021-\u007e]/g, '%ff'));

const hostile: fc.Arbitrary<Sent> = fc.record({
  method: fc.constantFrom('GET', 'PUT', 'POST', 'DELETE', 'HEAD', 'PATCH', 'OPTIONS'),
  path,
  headers: fc.record(
    {
      authorization: fc.oneof(
        fc.constantFrom('cloudformation', 'sts', 's3', 'ssm').map((service) => signature(service)),
        fc.constantFrom(
          '',
          'AWS4-HMAC-SHA256 Credential=',
          'Bearer x',
          signature('s3', '__proto__'),
          signature('__proto__'),
        ),
      ),
      'content-type': fc.constantFrom(
        'application/x-www-form-urlencoded',
        'application/x-amz-json-1.1',
        'text/plain',
        ';;;',
      ),
      'x-amz-target': fc.constantFrom(
        'AmazonSSM.GetParameter',
        'AmazonSSM.GetParametersByPath',
        'AmazonSSM.',
        '.',
        'x',
      ),
      'x-amz-copy-source': fc.constantFrom('%zz', '/data/%', '__proto__/x', ''),
      'x-amz-content-sha256': fc.constantFrom('STREAMING-AWS4-HMAC-SHA256-PAYLOAD', 'x', 'UNSIGNED-PAYLOAD'),
      'content-encoding': fc.constantFrom('aws-chunked', 'gzip'),
      range: fc.constantFrom('bytes=9-', 'bytes=-1', 'x'),
    },
    { requiredKeys: [] },
  ),
  body: fc.oneof(queryBody, hostileJson, hostileXml, hostileText.map(wellFormed)),
});

const s3Auth = { authorization: signature('s3') };
const query = (body: string): Sent => ({
  method: 'POST',
  path: '/',
  headers: { ...form, authorization: signature('cloudformation') },
  body,
});
const ssm = (target: string, body: string): Sent => ({
  method: 'POST',
  path: '/',
  headers: { 'x-amz-target': target, authorization: signature('ssm') },
  body,
});

test.each<[string, Sent]>([
  [
    'a broken escape in a copy source',
    { method: 'PUT', path: '/data/k', headers: { ...s3Auth, 'x-amz-copy-source': '/data/%zz' }, body: '' },
  ],
  ['a broken escape in a key', { method: 'GET', path: '/data/%zz', headers: s3Auth, body: '' }],
  [
    'a broken escape in a template address',
    query('Action=CreateStack&StackName=A&TemplateURL=http%3A%2F%2Fx%2Fdata%2F%25zz'),
  ],
  [
    'an upload that does not exist',
    { method: 'PUT', path: '/data/k?uploadId=__proto__&partNumber=1', headers: s3Auth, body: 'x' },
  ],
  ['XML that ends early', { method: 'POST', path: '/data?delete', headers: s3Auth, body: '<Delete><Object><Key>a' }],
  [
    'chunks without a size',
    { method: 'PUT', path: '/data/k', headers: { ...s3Auth, 'x-amz-content-sha256': 'STREAMING-X' }, body: 'zz\r\n' },
  ],
  ['JSON that ends early', ssm('AmazonSSM.GetParameter', '{"Name":')],
  ['JSON of another shape', ssm('AmazonSSM.GetParameters', '{"Names":{"a":[1]}}')],
  ['a name of another type', ssm('AmazonSSM.PutParameter', '{"Name":["a"],"Value":"x"}')],
  ['no body', ssm('AmazonSSM.GetParameter', '')],
  ['a list', ssm('AmazonSSM.GetParameter', '[]')],
  ['JSON that is nested deeply', ssm('AmazonSSM.GetParameter', '['.repeat(100_000))],
  [
    'YAML with an alias of itself',
    query('Action=CreateStack&StackName=A&TemplateBody=Resources%3A%20%26a%0A%20%20A%3A%20*a'),
  ],
  [
    'YAML with aliases that grow',
    query(
      `Action=CreateStack&StackName=A&TemplateBody=${encodeURIComponent(`a: &a [x]\n${Array.from({ length: 40 }, (_unused, n) => `b${n}: &b${n} [*a, *a, *a]`).join('\n')}`)}`,
    ),
  ],
  [
    'a template of prototypes',
    query(
      'Action=CreateStack&StackName=A&TemplateBody=%7B%22Resources%22%3A%7B%22constructor%22%3A%7B%22Type%22%3A%22constructor%22%7D%7D%7D',
    ),
  ],
  ['a page that is no number', query('Action=DescribeStackEvents&StackName=Data&NextToken=x')],
])('%s is refused', async (_what, sent) => {
  const { status, text } = await send(sent);
  expect([status, text]).toEqual([expect.any(Number), expect.stringMatching(/<Code>\w+<\/Code>|"__type":"\w+"/)]);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).not.toBe(500);
});

test('no request ends in a failure of the cloud, and every refusal says why', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, async (sent) => {
      const { status, text } = await send(sent);
      const record = cloud.requests().at(-1);
      expect({ status, text, outcome: record?.outcome }).not.toMatchObject({ status: 500 });
      if (status < 400 || sent.method === 'HEAD') return;
      expect(text).toMatch(/<Code>\w+<\/Code>|"__type":"\w+"/);
    }),
    { seed: 20_261_130, numRuns: 1_500 },
  );
  expect(cloud.stacks().map(({ stack }) => stack)).toEqual(['Data']);
});
