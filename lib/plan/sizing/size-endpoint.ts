import type { InstanceOffer } from '../../catalog';
import type { Result } from '../../platform';
import { failure, success } from '../../platform';
import type { Decision } from '../decision';
import { evidenceFor } from '../performance/evidence';
import { memoryLedger } from '../performance/memory';
import { engineSettings } from '../performance/model-copy';
import { instancePrice } from '../price-basis';
import { round } from '../units';
import type { Capacity } from './candidate';
import { ms } from './candidate';
import { predictedFigures } from './figures';
import type { GpuGroup } from './gpu-groups';
import { gpuGroups } from './gpu-groups';
import type { OfferVerdict } from './offer-evaluation';
import { cheapest, judgeGroups } from './offer-evaluation';
import { sizeProblems } from './refusals/size-problems';
import { usdPerMonth, weighed } from './size-alternatives';
import type { Size, SizeRequest } from './size-types';

/**
 * Chooses the cheapest instance, tensor parallelism and number of replicas that hold the model and meet the SLO at the
 * peak. Each replica is one instance with one copy; GPUs a copy does not use stay idle and are paid for.
 *
 * @param offers - what one cloud, service and region offers, those a pin rules out included; their order does not matter
 * @param gpus - groups of `offers`, where the caller has them from before
 * @returns every issue when nothing works: the limit, the request and the nearest thing that does
 */
export function sizeEndpoint(
  request: SizeRequest,
  offers: readonly InstanceOffer[],
  gpus: readonly GpuGroup[] = gpuGroups(offers),
): Result<Decision<Size>> {
  const groups = judgeGroups(request, gpus);
  const best = cheapest(groups);
  if (best?.capacity === undefined) return failure(sizeProblems(request, offers, groups.flat()));
  const size = sizeOf(request, best, best.capacity);
  const { rejected, untold } = weighed(request, gpus, groups, { verdict: best, size });
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
        text: `one copy carries ${best.capacity.concurrency} requests in flight: ${best.capacity.limit}`,
      },
      { rule: 'size.evidence', text: evidenceFor(best.capacity.copy).reason },
      ...(untold === 0
        ? []
        : [{ rule: 'size.alternatives', text: `${untold} more offers were weighed and are not listed` }]),
    ],
    rejected,
  });
}

function sizeOf(request: SizeRequest, { offer, replicas, usdPerHour = 0 }: OfferVerdict, { copy }: Capacity): Size {
  const perReplica = Math.ceil(request.traffic.peakConcurrency / replicas);
  const settings = engineSettings(copy, perReplica);
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
    weightsGiB: round((ledger.weights * copy.tensorParallel) / 2 ** 30, 1),
    usdPerHour: round(usdPerHour, 4),
    usdPerMonth: usdPerMonth(usdPerHour),
    price: instancePrice(offer, replicas),
    figures: predictedFigures(request, offer, copy, replicas),
  };
}

function argument(request: SizeRequest, size: Size, verdict: OfferVerdict): string {
  const { peakConcurrency, inputTokens, outputTokens } = request.traffic;
  const gpus = size.tensorParallel === 1 ? `one ${size.accelerator}` : `${size.tensorParallel} x ${size.accelerator}`;
  const machines = `${size.replicas} x ${size.instanceType} (${gpus} per copy, ${size.dtype})`;
  const load = `${peakConcurrency} requests in flight of ${inputTokens} + ${outputTokens} tokens`;
  const { timeToFirstTokenMs, timePerOutputTokenMs, errorPercent, firstTokenErrorPercent } = size.figures;
  const times =
    `first token ${ms(timeToFirstTokenMs)}, give or take ${firstTokenErrorPercent} %, ` +
    `then ${ms(timePerOutputTokenMs)} a token, give or take ${errorPercent} %`;
  const claim = request.pinned?.instanceType === undefined ? 'is the cheapest that carries' : 'is pinned and carries';
  const reserved = Math.min(size.replicas, verdict.offer.reserved?.count ?? 0);
  const price = `${verdict.offer.priceStatus} price${reserved === 0 ? '' : `, ${reserved} of them reserved`}`;
  return `${machines} ${claim} ${load}: ${times}; $${size.usdPerHour.toFixed(2)} an hour (${price})`;
}
