import type { EndpointSpec } from '../../platform';
import type { Decision } from '../decision';
import { decide } from '../decision';
import type { Size } from '../sizing';

/** Latency at the 99th percentile, as a multiple of the typical one, above which the alarm is raised. */
const tail = 2;
/** Percent of requests answered 5xx above which the alarm is raised. */
const errorPercent = 1;

/** Thresholds above which the owner of an endpoint is told. */
export interface AlarmThresholds {
  /** Milliseconds, 99th percentile of the time of an answer. */
  readonly latencyP99Ms: Decision<number>;
  /** Share of requests answered 5xx, in percent. */
  readonly errorPercent: Decision<number>;
}

/** Thresholds of the alarms that notify the owner and, on AWS, roll an update back. */
export function alarms(endpoint: EndpointSpec, size: Size): AlarmThresholds {
  return {
    latencyP99Ms: latency(endpoint, size),
    errorPercent: decide(
      errorPercent,
      'alarm.errors',
      `${errorPercent} percent: callers hide fewer errors by retrying, and a broken version has far more`,
    ),
  };
}

function latency({ traffic, slo = {} }: EndpointSpec, { figures }: Size): Decision<number> {
  const first = slo.timeToFirstTokenMs ?? figures.timeToFirstTokenMs;
  const next = slo.timePerOutputTokenMs ?? figures.timePerOutputTokenMs;
  const typical = first + (traffic.outputTokens - 1) * next;
  const origin = (limit: number | undefined): string => (limit === undefined ? 'predicted' : 'agreed');
  return decide(
    Math.ceil((typical * tail) / 100) * 100,
    'alarm.from-objective',
    `${tail} times a typical answer of ${traffic.outputTokens} tokens: ${Math.round(first)} ms to the first ` +
      `(${origin(slo.timeToFirstTokenMs)}) and ${next.toFixed(1)} ms for each further (${origin(slo.timePerOutputTokenMs)})`,
  );
}
