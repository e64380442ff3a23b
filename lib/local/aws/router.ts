import type { IncomingHttpHeaders } from 'node:http';
import { callerOf } from './credentials';
import { ServiceError } from './errors';
import type { RequestRecord } from './request-log';
import type { CallContext, WireAnswer } from './services/call';
import { cloudFormation } from './services/cloudformation/actions';
import type { S3Request } from './services/s3/message';
import { s3, s3Action } from './services/s3/s3';
import { ssm } from './services/ssm';
import { sts } from './services/sts';
import type { Cloud } from './state/cloud';
import { QueryParameters } from './wire/query';
import { credentialScope } from './wire/signature';
import type { Xml } from './wire/xml';
import { xmlDocument } from './wire/xml';

/** An HTTP request with its body read. */
export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

interface QueryService {
  readonly namespace: string;
  readonly handle: (action: string, parameters: QueryParameters, context: CallContext) => Xml;
}

const queryServices: Readonly<Record<string, QueryService>> = {
  cloudformation: { namespace: 'http://cloudformation.amazonaws.com/doc/2010-05-15/', handle: cloudFormation },
  sts: { namespace: 'https://sts.amazonaws.com/doc/2011-06-15/', handle: sts },
};

type Protocol = 'query' | 'json' | 's3';

/** What a request asks for, before anyone decides whether it gets it. */
interface Question {
  readonly protocol: Protocol;
  readonly service: string;
  readonly action: string;
  readonly resource: string | undefined;
  answer(context: CallContext): WireAnswer;
}

/** Routes one request to its service, answers errors in the service's own format and writes the log record. */
export function route(
  request: WireRequest,
  cloud: Cloud,
  endpoint: string,
  foreignAccount?: string,
): { readonly answer: WireAnswer; readonly record: RequestRecord } {
  // A path may start with two slashes, which would otherwise read as a host.
  const url = new URL(endpoint + (request.url.startsWith('/') ? request.url : '/'));
  const scope = credentialScope(request.headers.authorization, url.searchParams);
  const caller = scope === undefined ? undefined : callerOf(scope.accessKeyId, foreignAccount);
  const question = ask(request, url, scope?.service);
  const requestId = cloud.ids.fresh('request');
  const record = {
    time: cloud.now(),
    account: caller?.account,
    region: scope?.region,
    role: caller?.role?.name,
    service: question.service,
    action: question.action,
    resource: question.resource,
  };
  try {
    if (scope === undefined || caller === undefined) {
      throw new ServiceError(
        'InvalidClientTokenId',
        'The security token included in the request is invalid: the access key id carries no account of the local cloud',
        403,
      );
    }
    const answer = question.answer({
      caller,
      account: caller.account,
      region: scope.region,
      requestId,
      endpoint,
      cloud,
    });
    return {
      answer,
      record: { ...record, status: answer.status, outcome: 'ok', errorCode: undefined, message: undefined },
    };
  } catch (error) {
    const known = error instanceof ServiceError;
    const failure = known
      ? error
      : new ServiceError('InternalFailure', `The local cloud failed: ${String(error)}`, 500);
    return {
      answer: failureAnswer(question.protocol, failure, requestId, request.method),
      record: {
        ...record,
        status: failure.status,
        outcome: known ? 'refused' : 'failed',
        errorCode: failure.code,
        message: failure.message,
      },
    };
  }
}

function ask(request: WireRequest, url: URL, signedService: string | undefined): Question {
  const target = request.headers['x-amz-target'];
  if (typeof target === 'string') return jsonQuestion(target, request);
  if ((request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded'))
    return queryQuestion(request, signedService);
  if (signedService === 's3' || signedService === undefined) return s3Question(request, url);
  return {
    protocol: 'json',
    service: signedService,
    action: `${request.method} ${url.pathname}`,
    resource: undefined,
    answer: () => {
      throw new ServiceError(
        'UnknownOperationException',
        `The local cloud does not implement ${signedService}: ${request.method} ${url.pathname}`,
      );
    },
  };
}

function jsonQuestion(target: string, request: WireRequest): Question {
  const [prefix = '', action = ''] = target.split('.');
  const body = request.body.toString('utf8');
  const service = prefix === 'AmazonSSM' ? 'ssm' : prefix;
  return {
    protocol: 'json',
    service,
    action,
    resource: /"Name"\s*:\s*"([^"]*)"/.exec(body)?.[1],
    answer: (context) => {
      if (service !== 'ssm')
        throw new ServiceError('UnknownOperationException', `The local cloud does not implement ${target}`);
      return {
        status: 200,
        headers: { 'content-type': 'application/x-amz-json-1.1' },
        body: JSON.stringify(ssm(action, body, context)),
      };
    },
  };
}

function queryQuestion(request: WireRequest, signedService: string | undefined): Question {
  const parameters = new QueryParameters(request.body.toString('utf8'));
  const action = parameters.get('Action') ?? '';
  const service = signedService ?? 'unknown';
  return {
    protocol: 'query',
    service,
    action,
    resource: parameters.get('StackName') ?? parameters.get('RoleArn') ?? parameters.get('ChangeSetName'),
    answer: (context) => {
      const handler = queryServices[service];
      if (handler === undefined)
        throw new ServiceError('InvalidAction', `The local cloud does not implement ${service}:${action}`);
      const result = handler.handle(action, parameters, context);
      const content: Xml = {
        [`${action}Result`]: result ?? (action === 'DeleteStack' ? undefined : ''),
        ResponseMetadata: { RequestId: context.requestId },
      };
      return {
        status: 200,
        headers: { 'content-type': 'text/xml' },
        body: xmlDocument(`${action}Response`, handler.namespace, content, 'member'),
      };
    },
  };
}

function s3Question(request: WireRequest, url: URL): Question {
  const [, bucket = '', ...key] = url.pathname.split('/');
  const s3Request: S3Request = {
    method: request.method,
    bucket: decoded(bucket),
    key: decoded(key.join('/')),
    query: url.searchParams,
    headers: request.headers,
    body: request.body,
  };
  return {
    protocol: 's3',
    service: 's3',
    action: s3Action(s3Request),
    resource: s3Request.key === '' ? s3Request.bucket : `${s3Request.bucket}/${s3Request.key}`,
    answer: (context) => s3(s3Request, context),
  };
}

/** A path as it was meant; one with a broken escape names nothing and stays as it is. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function failureAnswer(protocol: Protocol, error: ServiceError, requestId: string, method: string): WireAnswer {
  const { code, message, status } = error;
  switch (protocol) {
    case 'json':
      return {
        status,
        headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-errortype': code },
        body: JSON.stringify({ __type: code, message }),
      };
    case 's3':
      return {
        status,
        headers: { 'content-type': 'application/xml' },
        body:
          method === 'HEAD'
            ? ''
            : xmlDocument('Error', undefined, { Code: code, Message: message, RequestId: requestId }, 'repeat'),
      };
    case 'query': {
      const type = status < 500 ? 'Sender' : 'Receiver';
      const content = { Error: { Type: type, Code: code, Message: message }, RequestId: requestId };
      return {
        status,
        headers: { 'content-type': 'text/xml' },
        body: xmlDocument('ErrorResponse', undefined, content, 'member'),
      };
    }
  }
}
