import type { Tier } from '../platform';

/** Fewest copies of a size, so that the loss of one instance does not take production down. */
export const redundant = 2;

/** Fewest copies of a tier at any hour. */
export function fewestReplicas(tier: Tier): number {
  return tier === 'production' ? redundant : 1;
}

/** Whether all copies for the peak run, or fewer. */
export function runsPeak(tier: Tier): boolean {
  return tier === 'production';
}
