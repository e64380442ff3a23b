import type { Estimate } from '../../lib/plan/estimate/estimate';
import type { EstimateRequest } from '../../lib/plan/estimate/request';
import type { SplitObjective } from '../../lib/plan/estimate/splits';
import { meetsObjective } from '../../lib/plan/estimate/splits';
import type { Issue } from '../../lib/platform';
import { grouped } from '../../lib/review/plan-report/amounts';

/**
 * Seconds after which clients stop waiting: the default of the OpenAI SDKs (`DEFAULT_TIMEOUT`, 10 minutes). Managed
 * endpoints end requests earlier.
 */
const clientTimeoutSeconds = 600;

/** Issues of an estimate: the copy does not fit, the queue is too long, or the objective is missed. Paths are options. */
export function estimateIssues(found: Estimate, { sloTtft, sloTpot }: Partial<EstimateRequest>): readonly Issue[] {
  if (!found.fits) return [misfit(found)];
  const { ttftMs = 0, queueMs = 0, tpotMs = 0 } = found;
  const objective: SplitObjective = {
    ...(sloTtft === undefined ? {} : { timeToFirstTokenMs: sloTtft }),
    ...(sloTpot === undefined ? {} : { timePerOutputTokenMs: sloTpot }),
  };
  return [
    ...queueTooLong(found),
    ...missed(found, {
      path: '--slo-ttft',
      noun: 'the first token',
      milliseconds: ttftMs + queueMs,
      allowed: sloTtft,
      objective,
    }),
    ...missed(found, { path: '--slo-tpot', noun: 'a token', milliseconds: tpotMs, allowed: sloTpot, objective }),
  ];
}

function misfit({ limit, nearest, instance, memory }: Estimate): Issue {
  const works = nearest ?? [];
  return {
    code: 'DoesNotFit',
    path: '--instance',
    message: limit ?? 'it does not fit',
    got: instance,
    expected: `room for a request in the ${memory.usableGiB.toFixed(2)} GiB usable on each GPU`,
    ...(works.length === 0 ? {} : { fix: `use ${works.join('; or ')}` }),
  };
}

/** Requests that wait longer than clients wait are not served, also without an objective. */
function queueTooLong({
  concurrency,
  runningRequests = 0,
  requestsPerSecond = 0,
  queueMs = 0,
}: Estimate): readonly Issue[] {
  if (queueMs <= clientTimeoutSeconds * 1000) return [];
  const most = Math.floor(runningRequests + requestsPerSecond * clientTimeoutSeconds);
  return [
    {
      code: 'QueueTooLong',
      path: '--concurrency',
      message: `a request waits ${grouped(Math.round(queueMs / 1000))} s in the queue; clients stop waiting after ${clientTimeoutSeconds} s`,
      got: concurrency,
      expected: `at most ${most} requests in flight on one copy`,
      fix: 'pass the requests in flight of one copy; llmops plan decides the number of copies for a load',
    },
  ];
}

/** The smallest split of the same instance that meets the objective under the same load. */
function otherSplit({ splits }: Estimate, objective: SplitObjective): string | undefined {
  const other = splits.find((split) => meetsObjective(split, objective));
  return other === undefined ? undefined : `use --tensor-parallel ${other.tensorParallel} on the same instance`;
}

function prefixed(text: string | undefined): string {
  return text === undefined ? '' : `${text}; or `;
}

interface TimeAgainstObjective {
  readonly path: string;
  readonly noun: string;
  readonly milliseconds: number;
  readonly allowed: number | undefined;
  readonly objective: SplitObjective;
}

function missed(found: Estimate, limit: TimeAgainstObjective): readonly Issue[] {
  const { concurrency, capacity } = found;
  const { path, noun, milliseconds, allowed = Number.POSITIVE_INFINITY, objective } = limit;
  if (milliseconds <= allowed) return [];
  const served = capacity?.concurrency ?? 0;
  const digits = milliseconds < 10 ? 1 : 0;
  return [
    {
      code: 'ObjectiveMissed',
      path,
      message: `${noun} takes ${milliseconds.toFixed(digits)} ms with ${concurrency} requests in flight`,
      got: allowed,
      expected: `at least ${(Math.ceil(milliseconds * 10) / 10).toFixed(1)} at this load`,
      fix:
        served === 0
          ? (otherSplit(found, objective) ??
            `use faster GPUs, or more of them: ${capacity?.limit ?? 'one request at a time is too slow'}`)
          : `${prefixed(otherSplit(found, objective))}run ${Math.ceil(concurrency / served)} copies: one copy meets the objective up to ${served} requests at a time`,
    },
  ];
}
