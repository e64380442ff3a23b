import { keepsUpgradeReserve } from '../../catalog/device-facts';
import type { InstanceOffer } from '../../catalog/types';
import type { Decision } from '../decision';
import { cite } from '../decision';
import type { QuotaNeed } from '../endpoint/endpoint-plan';

/** Quota per instance: Azure Machine Learning reserves 20 percent more for upgrades of the service. */
const upgradeShare = 1.2;

/**
 * The quota that a managed online endpoint needs, in vCPUs; undefined when the catalogue does not name it.
 *
 * @param mostInstances - the most that scaling starts
 */
export function azureMlQuota(
  offer: InstanceOffer,
  instances: number,
  mostInstances = instances,
): Decision<QuotaNeed> | undefined {
  if (offer.quota === undefined) return undefined;
  const exempt = !keepsUpgradeReserve(offer.accelerator);
  // 1.2 x 5 is a little more than 6 in binary.
  const kept = (count: number): number => (exempt ? count : Math.ceil(count * upgradeShare - 1e-9));
  const upgrades = exempt
    ? 'the service reserves none for upgrades on A100 and H100'
    : `${kept(instances)} with the 20 percent that the service reserves for upgrades`;
  const needed = Math.max(2 * kept(instances), kept(mostInstances)) * offer.vcpu;
  const most =
    mostInstances > 2 * instances
      ? `scaling starts up to ${mostInstances}`
      : 'twice, because another VM size is deployed next to the former one, and no source says that an update in place starts no further instance';
  return cite(
    { name: offer.quota, needed, unit: 'vcpu' },
    'quota.vcpu',
    `${instances} x ${offer.vcpu} vCPUs, ${upgrades}; ${most}; Azure Machine Learning has a separate quota, 0 for GPU families in a new subscription`,
    offer,
  );
}
