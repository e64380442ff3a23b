import type { JsonObject } from '../../../../constraints/json';
import type { StreamedAnswer } from '../../../model/language-model';
import { ModelServerError } from '../../../model/language-model';
import { ServiceError } from '../../errors';
import type { StreamEvent } from '../../wire/event-stream';
import { eventStream, eventStreamType } from '../../wire/event-stream';
import type { WireAnswer } from '../call';
import { jsonAnswer } from '../rest-operations';

/** Names the model of an answer, also where the service has no member for it. */
const modelHeader = 'x-llmops-local-model';

/**
 * What a model gives.
 * @throws ServiceError as Bedrock does: ServiceUnavailableException without a connection, ThrottlingException for status 429,
 * ModelTimeoutException for 408 and 504, ModelErrorException for the rest. Source: API model of Bedrock Runtime in botocore (2026-11)
 */
export async function fromModel<Result>(ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask();
  } catch (error) {
    throw error instanceof ModelServerError ? failureOf(error) : error;
  }
}

function failureOf({ kind, status, message }: ModelServerError): ServiceError {
  if (kind === 'unreachable') return new ServiceError('ServiceUnavailableException', message, 503);
  if (status === 429) return new ServiceError('ThrottlingException', message, 429);
  if (status === 408 || status === 504) return new ServiceError('ModelTimeoutException', message, 408);
  return new ServiceError('ModelErrorException', message, 424);
}

/** An answer in JSON that a model made. */
export function modelAnswer(model: string, body: JsonObject): WireAnswer {
  const answer = jsonAnswer(body);
  return { ...answer, headers: { ...answer.headers, [modelHeader]: model } };
}

/** A streamed answer that a model made; a stream that ended early ends in the error that Bedrock has for it. */
export function streamOf({ model, broken }: StreamedAnswer, events: readonly StreamEvent[]): WireAnswer {
  const failure: readonly StreamEvent[] =
    broken === undefined
      ? []
      : [{ type: 'modelStreamErrorException', exception: true, body: { message: broken, originalStatusCode: 500 } }];
  return {
    status: 200,
    headers: { 'content-type': eventStreamType, [modelHeader]: model },
    body: eventStream([...events, ...failure]),
  };
}
