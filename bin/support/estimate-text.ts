import type { Estimate } from '../../lib/plan/sizing/estimate';
import type { Terminal } from './terminal';

/** An estimate as a note: what runs where, then one line per figure. */
export function estimateText(estimate: Estimate, { style }: Terminal): string {
  const { tensorParallel, acceleratorCount, memory } = estimate;
  const gpus = `${tensorParallel} of ${acceleratorCount} ${estimate.accelerator}`;
  const head = `${style.bold(estimate.model)} in ${estimate.dtype} on ${estimate.instance} (${gpus}), ${estimate.region}`;
  const load = `${estimate.concurrency} requests in flight of ${estimate.inputTokens} + ${estimate.outputTokens} tokens`;
  const lines: readonly (readonly [string, string | undefined])[] = [
    ['fits', estimate.fits ? 'yes' : `no: ${estimate.limit ?? ''}`],
    ['cache', `${estimate.kvTokens} tokens, ${estimate.kvBytesPerToken} bytes a token on each GPU`],
    ['running', queue(estimate)],
    ['first token', withUnit(estimate.ttftMs, 'ms', band(estimate.firstTokenErrorPercent))],
    ['per token', withUnit(estimate.tpotMs, 'ms', band(estimate.errorPercent))],
    ['throughput', withUnit(estimate.tokensPerSecond, 'tokens/s', `${estimate.requestsPerSecond ?? 0} requests/s`)],
    ['price', withUnit(estimate.usdPerHour, 'USD/h', `${estimate.priceStatus}, ${estimate.priceAsOf}`)],
    ['cost', withUnit(estimate.usdPerMillionTokens, 'USD per million output tokens', idle(estimate))],
    ['power', withUnit(estimate.watts, 'W of GPUs', `${estimate.wattsEvidence ?? ''}, host not included`)],
    ['carbon', withUnit(estimate.gco2ePer1kTokens, 'gCO2e per 1,000 output tokens', 'location-based annual average')],
    ['evidence', `${estimate.evidence}: ${estimate.evidenceReason}`],
    [
      'memory',
      `${memory.usableGiB} GiB usable on each GPU = ${memory.weightsGiB} weights + ${memory.activationGiB} activations + ` +
        `${memory.cudaGraphsGiB} graphs + ${memory.overheadGiB} overhead + ${memory.kvCacheGiB} cache`,
    ],
  ];
  const body = lines.flatMap(([name, text]) => (text === undefined ? [] : [`  ${name.padEnd(12)}${text}`]));
  return [head, `  ${load}`, ...body].join('\n');
}

function withUnit(value: number | undefined, unit: string, more: string): string | undefined {
  return value === undefined ? undefined : `${value} ${unit}${more === '' ? '' : ` (${more})`}`;
}

function band(errorPercent: number): string {
  return `give or take ${errorPercent} %`;
}

function queue({ runningRequests, concurrency, queueMs }: Estimate): string | undefined {
  if (runningRequests === undefined || runningRequests >= concurrency) return undefined;
  return `the cache holds ${runningRequests} of ${concurrency} requests at a time; a request waits ${queueMs ?? 0} ms for its turn`;
}

function idle({ tensorParallel, acceleratorCount }: Estimate): string {
  const unused = acceleratorCount - tensorParallel;
  return unused === 0 ? '' : `the whole instance; ${unused} of its GPUs idle`;
}
