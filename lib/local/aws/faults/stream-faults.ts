import type { WireAnswer } from '../services/call';
import type { StreamEvent } from '../wire/event-stream';
import { eventStream, eventStreamType } from '../wire/event-stream';
import type { Faults, FaultyRequest } from './faults';

/** The error that ends a stream of a service. Source: API models of the runtimes of Bedrock and SageMaker in botocore (2026-11). */
const streamErrors: Readonly<Record<string, StreamEvent>> = {
  bedrock: {
    type: 'modelStreamErrorException',
    exception: true,
    body: { message: 'The model stopped in the middle of the stream: a fault on demand', originalStatusCode: 500 },
  },
  sagemaker: {
    type: 'ModelStreamError',
    exception: true,
    body: { Message: 'The model stopped in the middle of the stream: a fault on demand', ErrorCode: 'StreamBroken' },
  },
};

/** Lets the faults of a streamed answer happen: the half of its messages is sent, at least one. Other answers meet none. */
export function meetStreamFaults(answer: WireAnswer, request: FaultyRequest, faults: Faults): WireAnswer {
  if (answer.headers['content-type'] !== eventStreamType || !Buffer.isBuffer(answer.body)) return answer;
  let met = answer;
  for (const { kind } of faults.ofStream(request)) {
    const half = firstHalf(answer.body);
    const error = streamErrors[request.service];
    if (kind === 'cut') return { ...answer, body: half, cut: true };
    if (error !== undefined) met = { ...answer, body: Buffer.concat([half, eventStream([error])]) };
  }
  return met;
}

/** The first half of the messages of a stream; each begins with its length. */
function firstHalf(body: Buffer): Buffer {
  const ends: number[] = [];
  for (let end = 0; end < body.length;) {
    end += body.readUInt32BE(end);
    ends.push(end);
  }
  return body.subarray(0, ends[Math.floor((ends.length - 1) / 2)]);
}
