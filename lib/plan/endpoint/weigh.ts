import type { PlacementWeights } from '../../platform';
import type { Figures } from '../decision';
import type { OfferVerdict } from '../sizing/offer-evaluation';
import { hoursPerMonth } from '../units';

/** What a size costs a month at the peak around the clock, and what else counts. */
export interface WeighedCost {
  readonly usdPerMonth: number;
  readonly carbonUsdPerMonth: number;
  readonly lossUsdPerMonth: number;
  readonly total: number;
}

const secondsPerMonth = hoursPerMonth * 3600;
const gramsPerTonne = 1e6;

/** Whether anything but money decides. */
export function weighsMore({ carbonUsdPerTonneCo2e = 0, lostInstanceUsdPerMonth = 0 }: PlacementWeights = {}): boolean {
  return carbonUsdPerTonneCo2e > 0 || lostInstanceUsdPerMonth > 0;
}

/** Tonnes of CO2e a month at the peak, or undefined where power or grid are unknown. */
export function tonnesPerMonth(figures: Figures | undefined): number | undefined {
  if (figures?.gramsCo2ePer1kTokens === undefined) return undefined;
  return ((figures.tokensPerSecond / 1000) * secondsPerMonth * figures.gramsCo2ePer1kTokens) / gramsPerTonne;
}

/**
 * Money, carbon and the loss of one instance in one currency.
 *
 * @param unknownTonnes - what counts where carbon is unknown: the dirtiest known, so that silence never wins
 */
export function weigh(
  { usdPerHour = 0, replicas }: Pick<OfferVerdict, 'usdPerHour' | 'replicas'>,
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
