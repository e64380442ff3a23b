import type { ModelCopy } from '../performance/model-copy';
import { predictorOf } from '../performance/performance';
import { concurrencyOf, loadOf } from '../sizing/copy-concurrency';
import type { SizeRequest } from '../sizing/size-types';
import { round } from '../units';
import type { EstimateInput } from './input';

/** The highest throughput of one copy for one kind of request. */
export interface CopyThroughput {
  /** Requests in flight within memory and SLO, at most 256; zero when a single one misses the SLO. */
  readonly concurrency: number;
  /** At that many requests in flight. */
  readonly requestsPerSecond: number;
  /** Output tokens of all requests together. */
  readonly tokensPerSecond: number;
  /** Why the copy does not serve more, with the figures. */
  readonly limit: string;
}

/** Throughput of a copy at the most requests in flight it serves within the SLO of the input. */
export function copyThroughput(
  { model, accelerator, dtype, load, slo }: EstimateInput,
  copy: ModelCopy,
): CopyThroughput {
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
  const { concurrency, limit } = concurrencyOf(request, copy);
  if (concurrency === 0) return { concurrency, requestsPerSecond: 0, tokensPerSecond: 0, limit };
  const { requestsPerSecond, tokensPerSecond } = predictorOf(copy)(loadOf(request, concurrency));
  return {
    concurrency,
    requestsPerSecond: round(requestsPerSecond, 2),
    tokensPerSecond: round(tokensPerSecond, 2),
    limit,
  };
}
