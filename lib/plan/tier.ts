import type { Tier } from '../platform';

/** Copies the peak is sized for at least, so that losing one instance does not take production down. */
export const redundant = 2;

/** Fewest copies of a tier at any hour. */
export function fewestReplicas(tier: Tier): number {
  return tier === 'production' ? redundant : 1;
}

/** Whether as many copies run as carry the peak. */
export function runsPeak(tier: Tier): boolean {
  return tier === 'production';
}
