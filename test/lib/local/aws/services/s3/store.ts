import { request } from 'node:http';
import type { LocalAws } from '../../../../../../lib/local/aws';
import { startLocalAws } from '../../../../../../lib/local/aws';
import { testAccount, testRegion } from '../../engine';
import { client } from '../../wire';

/** Answer of S3 as tests read it. */
interface S3Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

/** A request to S3: method, path, body, headers. */
export type S3Call = (
  method: string,
  path: string,
  body?: string | Buffer,
  headers?: Readonly<Record<string, string>>,
) => Promise<S3Answer>;

/** A local cloud with the buckets `data` and `kept`, which keeps versions. It is there from before the tests to after them. */
export function bucketsForTests(): S3Call {
  let cloud: LocalAws;
  beforeAll(async () => {
    cloud = await startLocalAws();
    const { query } = client(cloud, testAccount, testRegion);
    await query('cloudformation', 'CreateStack', { StackName: 'Store', TemplateBody: JSON.stringify(template) });
    for (let polls = 0; polls < 1000; polls += 1) {
      const { text } = await query('cloudformation', 'DescribeStacks', { StackName: 'Store' });
      if (text.includes('CREATE_COMPLETE')) return;
    }
    throw new Error('the buckets were not created');
  });
  afterAll(() => cloud.close());
  // `fetch` would resolve `..` in a path before it sends it.
  return (method, path, body, headers = {}) =>
    new Promise((answered, failed) => {
      const key = cloud.env(testAccount, testRegion)['AWS_ACCESS_KEY_ID'] ?? '';
      const authorization = `AWS4-HMAC-SHA256 Credential=${key}/20261125/${testRegion}/s3/aws4_request, SignedHeaders=host, Signature=00`;
      const { hostname, port } = new URL(cloud.url);
      const sent = request({ hostname, port, method, path, headers: { authorization, ...headers } }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          const received = Object.entries(answer.headers).map(([name, value]) => [name, String(value)] as const);
          const text = Buffer.concat(chunks).toString('utf8');
          answered({ status: answer.statusCode ?? 0, text, headers: new Headers(received.map(([n, v]) => [n, v])) });
        });
      });
      sent.on('error', failed);
      sent.end(body);
    });
}

const template = {
  Resources: {
    Data: {
      Type: 'AWS::S3::Bucket',
      Properties: { BucketName: 'data', Tags: [{ Key: 'team', Value: 'ai' }] },
    },
    Kept: {
      Type: 'AWS::S3::Bucket',
      Properties: { BucketName: 'kept', VersioningConfiguration: { Status: 'Enabled' } },
    },
    Policy: {
      Type: 'AWS::S3::BucketPolicy',
      Properties: {
        Bucket: { Ref: 'Data' },
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Deny',
              Principal: '*',
              Action: 's3:*',
              Resource: 'arn:aws:s3:::data/*',
              Condition: { Bool: { 'aws:SecureTransport': 'false' } },
            },
          ],
        },
      },
    },
  },
};
