import type { Cloud, Tier, TrafficSpec } from '../../platform';
import type { Decision } from '../decision';
import { decide } from '../decision';
import type { EndpointRole, FailoverPlan } from './endpoint-plan';
import type { SizedEndpoint } from './size';
import { secondsToStart } from './timeouts';

/** Seconds until Application Auto Scaling acts on requests in flight, which are published every ten seconds. */
const scalingSeconds = 30;

const clouds: Readonly<Record<Cloud, string>> = { aws: 'AWS', azure: 'Azure' };

/** What a cloud can do when the other fails; absent where nothing is shared. */
export function failoverPlan(
  cloud: Cloud,
  tier: Tier,
  role: EndpointRole,
  { peakConcurrency }: TrafficSpec,
  { size, replicas, concurrencyPerCopy, peakReplicas }: SizedEndpoint,
): FailoverPlan | undefined {
  if (role.kind === 'only') return undefined;
  const reasons = [...role.primary.because];
  if (role.kind === 'primary') {
    const other =
      role.standby === 'none'
        ? 'nothing runs on the other cloud: the endpoint is deployed there when it is needed'
        : `the other cloud is its ${role.standby} standby; nothing in this kit moves callers between clouds yet`;
    return {
      role: {
        value: 'primary',
        because: [{ rule: 'failover.role', text: `${clouds[cloud]} answers while it can, and ${other}` }, ...reasons],
        rejected: role.primary.rejected,
      },
    };
  }
  const carried = Math.min(peakConcurrency, replicas.value * concurrencyPerCopy);
  const share = Math.floor((carried / peakConcurrency) * 100) / 100;
  const copies = `${replicas.value} x ${size.value.instanceType} of ${concurrencyPerCopy} requests in flight each`;
  return {
    role: {
      value: 'standby',
      because: [
        {
          rule: 'failover.role',
          text:
            `a ${role.standby} standby: ${clouds[cloud]} answers when the other cloud cannot; its price is that of standing by, ` +
            'and nothing in this kit moves callers between clouds yet',
        },
        ...reasons,
      ],
      rejected: role.primary.rejected,
    },
    peakShareAtOnce: decide(
      share,
      'failover.capacity',
      `${copies} carry ${carried} of ${peakConcurrency} at once` +
        (role.standby === 'warm' ? `; ${role.sizedFor} of the peak was asked` : ''),
    ),
    secondsUntilFull: untilFull(cloud, tier, share, peakReplicas - replicas.value, size.value),
  };
}

function untilFull(
  cloud: Cloud,
  tier: Tier,
  share: number,
  missing: number,
  size: SizedEndpoint['size']['value'],
): Decision<number> {
  if (share >= 1) return decide(0, 'failover.time', 'the whole peak is carried at once: nothing has to start');
  const start = secondsToStart(size);
  const weights = `${size.weightsGiB.toFixed(1)} GiB of weights to load, at the slow end of normal`;
  const carries = tier === 'production' ? '' : `; ${tier} carries no peak, production does`;
  const found = `if the cloud has the instances: no capacity is reserved${carries}`;
  return cloud === 'aws'
    ? decide(
        start + scalingSeconds,
        'failover.time',
        `${missing} more ${size.instanceType} start together: ${scalingSeconds} s until scaling acts and ${start} s each, with ${weights}; ${found}`,
      )
    : decide(
        start,
        'failover.time',
        `${missing} more ${size.instanceType} start together in ${start} s, with ${weights}; ${found}, and once somebody raises the ` +
          'instance count: no construct in this kit scales an online endpoint yet',
      );
}
