import type { InstanceOffer } from '../../catalog';
import type { Result } from '../../platform';
import { failure, success } from '../../platform';
import type { Decision, Reason } from '../decision';
import { evidenceFor } from '../performance/evidence';
import { memoryLedger } from '../performance/memory';
import { engineSettings, spreadsExperts } from '../performance/model-copy';
import { instancePrice } from '../price-basis';
import { bytesPerGiB, round } from '../units';
import type { CopyConcurrency } from './copy-concurrency';
import { ms } from './copy-concurrency';
import { predictedFigures } from './figures';
import type { GpuGroup } from './gpu-groups';
import { gpuGroups } from './gpu-groups';
import type { OfferEvaluation } from './offer-evaluation';
import { cheapest, evaluateOfferGroups } from './offer-evaluation';
import { sizeProblems } from './refusals/size-problems';
import { alternativesTo, usdPerMonth } from './size-alternatives';
import type { Size, SizeRequest } from './size-types';

/**
 * Chooses the cheapest instance type, tensor parallel degree and number of replicas that hold the model and meet the SLO
 * at the peak. Each replica is one instance with one copy. GPUs a copy does not use are idle and billed.
 *
 * @param offers - of one cloud, service and region, with those that a pin excludes; their order does not matter
 * @param gpus - the groups of `offers`, when the caller has them already
 * @returns every issue when nothing works: the limit, the request and the nearest size that works
 */
export function sizeEndpoint(
  request: SizeRequest,
  offers: readonly InstanceOffer[],
  gpus: readonly GpuGroup[] = gpuGroups(offers),
): Result<Decision<Size>> {
  const groups = evaluateOfferGroups(request, gpus);
  const best = cheapest(groups);
  if (best?.capacity === undefined) return failure(sizeProblems(request, offers, groups.flat()));
  const { capacity } = best;
  const size = sizeOf(request, best, capacity);
  const { rejected, omitted } = alternativesTo(request, gpus, groups, { evaluation: best, size });
  return success({
    value: size,
    because: [
      {
        rule: 'size.cheapest-that-fits',
        text: argument(request, size, best),
        source: { name: best.offer.source, asOf: best.offer.asOf },
      },
      {
        rule: 'size.capacity',
        text: `one copy serves ${capacity.concurrency} requests in flight: ${capacity.limit}`,
      },
      { rule: 'size.evidence', text: evidenceFor(capacity.copy).reason },
      ...unknownInRegion(best.offer),
      ...(omitted === 0
        ? []
        : [{ rule: 'size.alternatives', text: `${omitted} more offers were evaluated and are not listed` }]),
    ],
    rejected,
  });
}

/** That the region may not have the type, where no source says that it does. */
function unknownInRegion({ availability, instanceType, region, service }: InstanceOffer): readonly Reason[] {
  if (availability === undefined) return [];
  const text =
    `no source in the catalogue says that ${region} has ${instanceType} on ${service}: ` +
    `'llmops catalog refresh --out' reads the price list of the region, and a row of catalog.prices says that it has`;
  return [{ rule: 'size.region-unknown', text }];
}

function sizeOf(
  request: SizeRequest,
  { offer, replicas, usdPerHour = 0 }: OfferEvaluation,
  { copy, concurrency }: CopyConcurrency,
): Size {
  const maxNumSeqs = plannedBatch(concurrency, request.traffic.peakConcurrency);
  const settings = { ...engineSettings(copy, maxNumSeqs), maxNumSeqs };
  const ledger = memoryLedger(copy, settings, request.traffic.maxTokens);
  return {
    instanceType: offer.instanceType,
    accelerator: offer.accelerator,
    acceleratorCount: offer.acceleratorCount,
    tensorParallel: copy.tensorParallel,
    replicas,
    dtype: copy.dtype,
    maxModelLen: request.traffic.maxTokens,
    ...settings,
    ...(spreadsExperts(copy) ? { expertParallel: true } : {}),
    ...(request.adapters === undefined ? {} : { adapters: request.adapters }),
    weightsGiB: round((ledger.weights * copy.tensorParallel) / bytesPerGiB, 1),
    usdPerHour: round(usdPerHour, 4),
    usdPerMonth: usdPerMonth(usdPerHour),
    price: instancePrice(offer, replicas),
    figures: predictedFigures(request, offer, copy, replicas),
  };
}

/** Sequences that allow a burst without a restart, where the peak is smaller. */
const leastBatch = 8;

/**
 * Sequences in one engine step: what a copy serves, whatever the number of copies. Fewer copies than planned serve the same
 * requests where the others have not started or have failed, and more than it serves would be preempted or too slow.
 */
function plannedBatch(concurrency: number, peakConcurrency: number): number {
  return Math.min(concurrency, Math.max(leastBatch, peakConcurrency));
}

function argument(request: SizeRequest, size: Size, { offer }: OfferEvaluation): string {
  const { peakConcurrency, inputTokens, outputTokens } = request.traffic;
  const gpus = size.tensorParallel === 1 ? `one ${size.accelerator}` : `${size.tensorParallel} x ${size.accelerator}`;
  const instances = `${size.replicas} x ${size.instanceType} (${gpus} per copy, ${size.dtype})`;
  const load = `${peakConcurrency} requests in flight of ${inputTokens} + ${outputTokens} tokens`;
  const { timeToFirstTokenMs, timePerOutputTokenMs, errorPercent, firstTokenErrorPercent } = size.figures;
  const times =
    `first token ${ms(timeToFirstTokenMs)} ± ${firstTokenErrorPercent} %, ` +
    `then ${ms(timePerOutputTokenMs)} a token ± ${errorPercent} %`;
  const claim = request.pinned?.instanceType === undefined ? 'is the cheapest that serves' : 'is pinned and serves';
  const reserved = Math.min(size.replicas, offer.reserved?.count ?? 0);
  const price = `${offer.priceStatus} price${reserved === 0 ? '' : `, ${reserved} of them reserved`}`;
  return `${instances} ${claim} ${load}: ${times}; $${size.usdPerHour.toFixed(2)} an hour (${price})`;
}
