import type { Constraint, Surroundings } from '../constraint';
import type { Json } from '../json';
import { isObject } from '../json';
import { at, textAt } from '../value';

interface Protocol {
  readonly form: RegExp;
  readonly problem: string;
  readonly expected: string;
}

/** Endpoints by protocol. Source: Subscribe in the API model of SNS, botocore 1.44.8. */
const protocols: Readonly<Record<string, Protocol>> = {
  sqs: { form: /^arn:[a-z-]+:sqs:/, problem: 'Invalid parameter: SQS endpoint ARN', expected: 'the ARN of a queue' },
  lambda: {
    form: /^arn:[a-z-]+:lambda:/,
    problem: 'Invalid parameter: Lambda endpoint ARN',
    expected: 'the ARN of a function',
  },
  firehose: {
    form: /^arn:[a-z-]+:firehose:/,
    problem: 'Invalid parameter: Firehose endpoint ARN',
    expected: 'the ARN of a delivery stream',
  },
  http: {
    form: /^http:\/\//,
    problem: 'Invalid parameter: Endpoint must match the specified protocol',
    expected: 'a URL with http://',
  },
  https: {
    form: /^https:\/\//,
    problem: 'Invalid parameter: Endpoint must match the specified protocol',
    expected: 'a URL with https://',
  },
  email: { form: /^[^@\s]+@[^@\s]+$/, problem: 'Invalid parameter: Email address', expected: 'an e-mail address' },
  'email-json': {
    form: /^[^@\s]+@[^@\s]+$/,
    problem: 'Invalid parameter: Email address',
    expected: 'an e-mail address',
  },
  sms: { form: /^\+?[\d\s().-]+$/, problem: 'Invalid parameter: Invalid SMS endpoint', expected: 'a phone number' },
};

/** Types that a protocol sends to. `Ref` of them gives a URL or a name, never the ARN. */
const receivers: Readonly<Record<string, string>> = { sqs: 'AWS::SQS::Queue', lambda: 'AWS::Lambda::Function' };

/** Whether an endpoint is a `Ref` of what the protocol sends to. */
function isRefOfReceiver(endpoint: Json | undefined, protocol: string, { named }: Surroundings): boolean {
  const receiver = receivers[protocol];
  if (receiver === undefined || !isObject(endpoint) || endpoint['Ref'] === undefined) return false;
  return typeof named([receiver], endpoint) !== 'string';
}

/** The endpoint of a subscription has the form of its protocol. */
export const subscription: Constraint = {
  id: 'subscription-endpoint',
  types: ['AWS::SNS::Subscription'],
  source: { url: 'https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html', asOf: '2026-11-30' },
  check: ({ properties }, surroundings) => {
    const [name, endpoint, topic] = ['Protocol', 'Endpoint', 'TopicArn'].map((key) => textAt(properties, key));
    const protocol = name !== undefined && Object.hasOwn(protocols, name) ? protocols[name] : undefined;
    if (protocol === undefined || name === undefined) return [];
    const written = at(properties, 'Endpoint');
    if (isRefOfReceiver(written, name, surroundings) || (endpoint !== undefined && !protocol.form.test(endpoint))) {
      return [
        {
          pointer: '#/Endpoint',
          problem: `${protocol.problem}. The endpoint is '${endpoint ?? JSON.stringify(written)}', expected ${protocol.expected}`,
          fix: `Write ${protocol.expected}.`,
        },
      ];
    }
    if (name !== 'sqs' || topic === undefined || endpoint?.endsWith('.fifo') !== true || topic.endsWith('.fifo'))
      return [];
    return [
      {
        pointer: '#/Endpoint',
        problem:
          'Invalid parameter: Invalid parameter: Endpoint Reason: FIFO SQS Queues can not be subscribed to standard SNS topics',
        fix: 'Name a standard queue, or make the topic FIFO.',
      },
    ];
  },
};
