import type { ModelCopy } from './deployment';

/** How much measurement stands behind an estimate. */
export interface Evidence {
  readonly class: 'calibrated' | 'extrapolated' | 'unknown';
  /** Half-width of the band around the predicted times, in percent. */
  readonly errorPercent: number;
  readonly firstTokenErrorPercent: number;
  readonly reason: string;
}

/** Rates the evidence for a copy. */
export function evidenceFor(copy: ModelCopy): Evidence {
  const moe = copy.model.moe !== undefined;
  return {
    class: 'extrapolated',
    errorPercent: moe ? 40 : 25,
    firstTokenErrorPercent: 40,
    reason: 'no measurement of this pair',
  };
}
