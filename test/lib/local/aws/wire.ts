import { XMLParser } from 'fast-xml-parser';
import type { LocalAws } from '../../../../lib/local/aws';

/** Actions that start an operation on a stack. */
const starts = new Set([
  'CancelUpdateStack',
  'ContinueUpdateRollback',
  'CreateStack',
  'UpdateStack',
  'DeleteStack',
  'ExecuteChangeSet',
  'RollbackStack',
]);
const parser = new XMLParser({ parseTagValue: false, isArray: (name) => name === 'member' });

/** An answer of the endpoint. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  /** The XML document as objects; `member` is always a list. */
  readonly xml: Readonly<Record<string, unknown>>;
}

/** An answer of a JSON service. */
export interface JsonAnswer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** Calls an action of a query service. */
type Ask = (
  service: 'cloudformation' | 'ec2' | 'iam' | 'sts',
  action: string,
  parameters: Readonly<Record<string, string>>,
) => Promise<Answer>;

/** A client of the query protocol like the CDK CLI, without an SDK. */
export function client(cloud: LocalAws, account: string, region: string, accessKeyId?: string) {
  const key = accessKeyId ?? cloud.env(account, region)['AWS_ACCESS_KEY_ID'] ?? '';
  const authorization = (service: string): string =>
    `AWS4-HMAC-SHA256 Credential=${key}/20261125/${region}/${service}/aws4_request, SignedHeaders=host, Signature=00`;
  const ask: Ask = async (service, action, parameters) => {
    const response = await fetch(cloud.url, {
      method: 'POST',
      headers: { authorization: authorization(service), 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ Action: action, Version: '2010-05-15', ...parameters }).toString(),
    });
    const text = await response.text();
    return { status: response.status, text, xml: parser.parse(text) as Record<string, unknown> };
  };
  const json = async (service: string, target: string, body: unknown): Promise<JsonAnswer> => {
    const response = await fetch(cloud.url, {
      method: 'POST',
      headers: {
        authorization: authorization(service),
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': target,
      },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  return {
    /** One call; an operation that it starts may still run. */
    ask,
    /** One call of a JSON service by its target. */
    json,
    /** One call; an operation that it starts has ended. */
    query: async (...call: Parameters<Ask>): Promise<Answer> => {
      const answer = await ask(...call);
      if (starts.has(call[1])) await cloud.idle();
      return answer;
    },
    ssm: (action: string, body: unknown): Promise<JsonAnswer> => json('ssm', `AmazonSSM.${action}`, body),
    logs: (action: string, body: unknown): Promise<JsonAnswer> => json('logs', `Logs_20140328.${action}`, body),
    states: (action: string, body: unknown): Promise<JsonAnswer> => json('states', `AWSStepFunctions.${action}`, body),
    s3: (
      method: string,
      path: string,
      body?: string | Buffer,
      headers: Readonly<Record<string, string>> = {},
    ): Promise<Response> => {
      return fetch(`${cloud.url}${path}`, {
        method,
        headers: { authorization: authorization('s3'), ...headers },
        ...(body === undefined ? {} : { body: new Uint8Array(Buffer.from(body)) }),
      });
    },
  };
}
