import type { IncomingHttpHeaders } from 'node:http';
import { tryParseJson } from '../../../../constraints/json';
import { ServiceError } from '../../errors';
import { findFunction } from '../../functions/find-function';
import { notRunnable } from '../../functions/function-host';
import type { CallContext, WireAnswer } from '../call';

/** Bytes of the longest event, and of the longest one that nobody waits for (Lambda quotas, 2026-11-30). */
const longestEvent = { RequestResponse: 6_291_456, Event: 1_048_576 };

/** A request to Invoke. */
interface InvokeRequest {
  readonly name: string;
  readonly qualifier: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Invoke: the answer of a function, or that it was told. A function that fails is an answer with an error in it. */
export async function invoke(request: InvokeRequest, context: CallContext): Promise<WireAnswer> {
  assertHeaders(request.headers);
  const { cloud } = context;
  const lambda = findFunction(cloud.registry, context, request.name, request.qualifier);
  const type = request.headers['x-amz-invocation-type'] ?? 'RequestResponse';
  const refused = notRunnable(lambda);
  if (refused !== undefined) throw new ServiceError('NotImplemented', refused, 501);
  if (type === 'DryRun') return { status: 204, headers: {}, body: '' };
  if (type !== 'RequestResponse' && type !== 'Event')
    throw new ServiceError('InvalidParameterValueException', `Unknown invocation type: ${String(type)}`);
  const event = eventOf(request.body, longestEvent[type]);
  if (type === 'Event') {
    // Nobody waits for the end of an event: a fault of the local cloud, such as a full disk, is a line of the log.
    void cloud.functions.invoke(lambda, event).catch((error: unknown) => {
      const line = `The local cloud failed: ${String(error)}`;
      cloud.logs(lambda.account, lambda.region).write(lambda.logGroup, 'local', cloud.now().getTime(), [line]);
    });
    return { status: 202, headers: {}, body: '' };
  }
  if (cloud.functions.full) throw new ServiceError('TooManyRequestsException', 'Rate Exceeded.', 429);
  const { fault, payload, logTail } = await cloud.functions.invoke(lambda, event);
  return {
    status: 200,
    headers: {
      'content-type': 'application/json',
      'x-amz-executed-version': lambda.version,
      ...(fault === undefined ? {} : { 'x-amz-function-error': 'Unhandled' }),
      ...(request.headers['x-amz-log-type'] === 'Tail'
        ? { 'x-amz-log-result': Buffer.from(logTail).toString('base64') }
        : {}),
    },
    body: payload,
  };
}

/**
 * Headers of Invoke that change what the function gets, and that this cloud does not pass on.
 * Source: API model of Lambda in botocore 1.44.8 (2026-11).
 */
const refusedHeaders = {
  'x-amz-client-context': 'ClientContext',
  'x-amz-durable-execution-name': 'DurableExecutionName',
  'x-amz-tenant-id': 'TenantId',
};

/** @throws ServiceError (NotImplemented) */
function assertHeaders(headers: IncomingHttpHeaders): void {
  for (const [header, member] of Object.entries(refusedHeaders)) {
    if (headers[header] !== undefined)
      throw new ServiceError('NotImplemented', `The local cloud does not implement lambda:Invoke with ${member}`, 501);
  }
}

function eventOf(body: Buffer, longest: number): string {
  if (body.length > longest) {
    throw new ServiceError(
      'RequestTooLargeException',
      `Request must be smaller than ${longest} bytes for the InvokeFunction operation`,
      413,
    );
  }
  const text = body.toString('utf8');
  if (text === '') return '{}';
  if (tryParseJson(text) === undefined)
    throw new ServiceError('InvalidRequestContentException', 'Could not parse request body into json');
  return text;
}
