import type { PlacementWeights } from '../../platform';
import type { Figures } from '../decision';
import type { OfferEvaluation } from '../sizing/offer-evaluation';
import { hoursPerMonth } from '../units';

/** Cost of a size in US dollars a month, at the peak around the clock. */
export interface WeighedCost {
  readonly usdPerMonth: number;
  readonly carbonUsdPerMonth: number;
  readonly lossUsdPerMonth: number;
  readonly total: number;
}

const secondsPerMonth = hoursPerMonth * 3600;
const gramsPerTonne = 1e6;

/** Whether anything besides money counts. */
export function weighsMore({ carbonUsdPerTonneCo2e = 0, lostInstanceUsdPerMonth = 0 }: PlacementWeights = {}): boolean {
  return carbonUsdPerTonneCo2e > 0 || lostInstanceUsdPerMonth > 0;
}

/** Tonnes of CO2e a month at the peak around the clock; undefined where power or grid are unknown. */
export function tonnesPerMonth(figures: Figures | undefined): number | undefined {
  if (figures?.gramsCo2ePer1kTokens === undefined) return undefined;
  return ((figures.tokensPerSecond / 1000) * secondsPerMonth * figures.gramsCo2ePer1kTokens) / gramsPerTonne;
}

/**
 * Money, carbon and the loss of one instance, all in US dollars a month.
 *
 * @param unknownTonnes - tonnes a month where carbon is unknown: the most of all known, so that a missing fact never wins
 */
export function weigh(
  { usdPerHour = 0, replicas }: Pick<OfferEvaluation, 'usdPerHour' | 'replicas'>,
  figures: Figures | undefined,
  { carbonUsdPerTonneCo2e = 0, lostInstanceUsdPerMonth = 0 }: PlacementWeights,
  unknownTonnes: number,
): WeighedCost {
  const usdPerMonth = usdPerHour * hoursPerMonth;
  const carbonUsdPerMonth = (tonnesPerMonth(figures) ?? unknownTonnes) * carbonUsdPerTonneCo2e;
  const lossUsdPerMonth = lostInstanceUsdPerMonth / Math.max(1, replicas);
  return {
    usdPerMonth,
    carbonUsdPerMonth,
    lossUsdPerMonth,
    total: usdPerMonth + carbonUsdPerMonth + lossUsdPerMonth,
  };
}
