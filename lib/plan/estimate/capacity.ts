import type { ModelCopy } from '../performance/model-copy';
import { predictorOf } from '../performance/performance';
import { capacityOf, loadOf } from '../sizing/candidate';
import type { SizeRequest } from '../sizing/size-types';
import type { EstimateSubject } from './input';

/** How much of a kind of request one copy carries. */
export interface CopyCapacity {
  /** Requests in flight within memory and objective; zero when a single one misses the objective. */
  readonly concurrency: number;
  /** Answers a second at that many requests in flight. */
  readonly requestsPerSecond: number;
  readonly tokensPerSecond: number;
  /** What stops it from carrying more, with the figures. */
  readonly limit: string;
}

/** The most requests a copy carries at a time, within the objective of the question when it has one. */
export function copyCapacity({ model, accelerator, dtype, load, slo }: EstimateSubject, copy: ModelCopy): CopyCapacity {
  const { inputTokens, outputTokens, concurrency: peakConcurrency } = load;
  const request: SizeRequest = {
    path: '',
    model,
    accelerators: [accelerator],
    dtype,
    traffic: { peakConcurrency, inputTokens, outputTokens, maxTokens: inputTokens + outputTokens },
    slo,
    minReplicas: 1,
  };
  const { concurrency, limit } = capacityOf(request, copy);
  if (concurrency === 0) return { concurrency, requestsPerSecond: 0, tokensPerSecond: 0, limit };
  const { requestsPerSecond, tokensPerSecond } = predictorOf(copy)(loadOf(request, concurrency));
  const round = (value: number): number => Number(value.toFixed(2));
  return {
    concurrency,
    requestsPerSecond: round(requestsPerSecond),
    tokensPerSecond: round(tokensPerSecond),
    limit,
  };
}
