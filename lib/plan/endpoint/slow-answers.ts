import type { Issue } from '../../platform';
import type { Size } from '../sizing';
import type { EndpointRequest } from './endpoint-context';
import { answerSeconds } from './timeouts';

/** How long a service waits for an answer. */
export interface AnswerLimit {
  readonly seconds: number;
  /** What the service cuts, for example `Azure Machine Learning cuts requests`. */
  readonly cuts: string;
  /** What keeps the limit apart from a faster answer, for example `stream`. */
  readonly fix: string;
}

/** SageMaker's limit for answers that are not streamed. */
export const sageMakerAnswers: AnswerLimit = {
  seconds: 60,
  cuts: 'SageMaker cuts answers that are not streamed',
  fix: 'stream',
};

/** A typical answer at the peak takes longer than the service waits. */
export function slowAnswers(
  { key, endpoint }: Pick<EndpointRequest, 'key' | 'endpoint'>,
  size: Size,
  { seconds: limit, cuts, fix }: AnswerLimit,
): readonly Issue[] {
  const seconds = answerSeconds(endpoint, size);
  if (seconds <= limit) return [];
  const { outputTokens } = endpoint.traffic;
  return [
    {
      code: 'AnswerSlowerThanLimit',
      path: `endpoints.${key}.traffic.outputTokens`,
      message: `a typical answer takes ${Math.round(seconds)} s at the peak; ${cuts} after ${limit} s`,
      got: outputTokens,
      expected: `answers within ${limit} s`,
      fix: `${fix}, or set endpoints.${key}.slo.timePerOutputTokenMs to ${Math.floor((limit * 1000) / outputTokens)}`,
    },
  ];
}
