import type { InstanceOffer } from '../../catalog';
import type { Figures } from '../decision';
import { errorBandsFor } from '../performance/evidence';
import type { ModelCopy } from '../performance/model-copy';
import { predictorOf } from '../performance/performance';
import { gramsCo2ePer1kTokens, powerOf } from '../performance/power';
import { round } from '../units';
import { loadOf } from './copy-concurrency';
import type { OfferEvaluation } from './offer-evaluation';
import type { SizeRequest } from './size-types';

/** Predicted figures of an evaluated offer at the peak, or undefined when nothing fits. */
export function figuresOf(request: SizeRequest, { offer, capacity, replicas }: OfferEvaluation): Figures | undefined {
  return capacity === undefined || replicas === 0
    ? undefined
    : predictedFigures(request, offer, capacity.copy, replicas);
}

/**
 * Predicted figures of that many replicas of a copy at the peak. Every figure of a size comes from here, so that each time has
 * the error band that was measured for it.
 */
export function predictedFigures(
  request: SizeRequest,
  offer: Pick<InstanceOffer, 'cloud' | 'region'>,
  copy: ModelCopy,
  replicas: number,
): Figures {
  const load = loadOf(request, Math.ceil(request.traffic.peakConcurrency / replicas));
  const { timeToFirstTokenMs, timePerOutputTokenMs, tokensPerSecond } = predictorOf(copy)(load);
  const power = powerOf(copy, load, timePerOutputTokenMs / 1000);
  const grams =
    power === undefined ? undefined : gramsCo2ePer1kTokens(power.watts / tokensPerSecond, offer, request.carbon ?? []);
  return {
    timeToFirstTokenMs: round(timeToFirstTokenMs, 1),
    timePerOutputTokenMs: round(timePerOutputTokenMs, 2),
    tokensPerSecond: round(tokensPerSecond * replicas, 1),
    ...errorBandsFor(copy),
    ...(grams === undefined ? {} : { gramsCo2ePer1kTokens: round(grams, 4) }),
  };
}
