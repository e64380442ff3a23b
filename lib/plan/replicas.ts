import type { Tier } from '../spec';
import { decide, derive, pinned } from './decision';
import type { Decision } from './decision';
import type { Size } from './sizing';

/** Copies the peak is sized for at least, so that losing one instance does not take production down. */
export const redundant = 2;

/**
 * Copies that run in an environment. Every tier is sized for the same peak and so gets the same instance type and
 * engine arguments: what was tested is what production runs. Only their number follows the tier.
 */
export function runningReplicas(
  tier: Tier,
  size: Decision<Size>,
  pin?: { replicas: number; path: string },
): Decision<number> {
  if (pin !== undefined) return pinned(pin.replicas, pin.path);
  const { replicas, instanceType } = size.value;
  if (tier === 'production') return derive(size, replicas);
  return decide(
    1,
    'replicas.one-below-production',
    `${tier} carries no peak: one ${instanceType} with the arguments of the ${replicas} that carry it`,
    [
      {
        value: String(replicas),
        reason: 'the peak is production traffic; its instance type and arguments are tested by one',
      },
    ],
  );
}
