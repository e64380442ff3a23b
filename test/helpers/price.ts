import type { PriceBasis } from '../../lib/plan';

/** A published price that is not stale, with overrides. */
export function price(overrides: Partial<PriceBasis> = {}): PriceBasis {
  return {
    basis: 'published',
    per: 'hour',
    source: 'fixture',
    asOf: '2026-01-01',
    freshUntil: '2026-06-30',
    stale: false,
    ...overrides,
  };
}
