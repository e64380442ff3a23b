import type { Tier } from '../../platform';
import type { Decision } from '../decision';
import { decide, derive, pinned } from '../decision';
import type { Size } from '../sizing';
import type { FailoverRole } from './endpoint-plan';

/**
 * Copies that run in an environment. Every tier is sized for the same peak, so all run the same instance type and engine
 * arguments, and production runs what was tested. Only the number of copies depends on the tier and on the failover role:
 * a pilot light is one copy.
 */
export function runningReplicas(
  tier: Tier,
  size: Decision<Size>,
  role: FailoverRole,
  pin: { readonly replicas: number | undefined; readonly path: string },
): Decision<number> {
  if (pin.replicas !== undefined) return pinned(pin.replicas, pin.path);
  const { replicas, instanceType } = size.value;
  const whole = {
    value: String(replicas),
    reason: 'the peak is production traffic; one copy is enough to test the same type and arguments',
  };
  if (tier !== 'production') {
    return decide(
      1,
      'replicas.one-below-production',
      `${tier} does not serve the peak: one ${instanceType} with the arguments of the ${replicas} that production needs`,
      [whole],
    );
  }
  if (role.kind === 'standby' && role.standby === 'pilot-light') {
    return decide(
      1,
      'replicas.pilot-light',
      `a pilot light is one ${instanceType} of the ${replicas} that the peak needs: the other cloud serves traffic until it fails`,
      [
        {
          value: String(replicas),
          reason: `standby: 'full' serves the whole peak at once, and costs as much as the primary`,
        },
      ],
    );
  }
  return derive(size, replicas);
}
