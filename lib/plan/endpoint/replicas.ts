import type { Tier } from '../../platform';
import type { Decision } from '../decision';
import { decide, derive, pinned } from '../decision';
import type { Size } from '../sizing';
import type { EndpointRole } from './endpoint-plan';

/**
 * Copies that run in an environment. Every tier is sized for the same peak and so gets the same instance type and
 * engine arguments: what was tested is what production runs. Only their number follows the tier, and what the cloud is
 * for: a pilot light is one copy.
 */
export function runningReplicas(
  tier: Tier,
  size: Decision<Size>,
  pin?: { replicas: number; path: string },
  role: EndpointRole = { kind: 'only' },
): Decision<number> {
  if (pin !== undefined) return pinned(pin.replicas, pin.path);
  const { replicas, instanceType } = size.value;
  const whole = {
    value: String(replicas),
    reason: 'the peak is production traffic; its instance type and arguments are tested by one',
  };
  if (tier !== 'production') {
    return decide(
      1,
      'replicas.one-below-production',
      `${tier} carries no peak: one ${instanceType} with the arguments of the ${replicas} that carry it`,
      [whole],
    );
  }
  if (role.kind === 'standby' && role.standby === 'pilot-light') {
    return decide(
      1,
      'replicas.pilot-light',
      `a pilot light is one ${instanceType} of the ${replicas} that carry the peak: the other cloud answers while it runs`,
      [{ value: String(replicas), reason: `standby: 'full' would carry the whole peak at once, and cost as much` }],
    );
  }
  return derive(size, replicas);
}
