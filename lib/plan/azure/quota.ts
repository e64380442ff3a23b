import { keepsUpgradeReserve } from '../../catalog/device-facts';
import type { InstanceOffer } from '../../catalog/types';
import type { Decision } from '../decision';
import { cite } from '../decision';
import type { QuotaNeed } from '../endpoint/endpoint-plan';

/** Instances of which Azure Machine Learning keeps a fifth more for its own upgrades. */
const upgradeShare = 1.2;

/**
 * The quota a managed online endpoint needs; absent when the catalogue does not name it.
 *
 * @param peakInstances - a standby grows to them when the other cloud fails
 */
export function azureMlQuota(
  offer: InstanceOffer,
  instances: number,
  peakInstances = instances,
): Decision<QuotaNeed> | undefined {
  if (offer.quota === undefined) return undefined;
  const exempt = !keepsUpgradeReserve(offer.accelerator);
  // 1.2 x 5 is a little more than 6 in binary.
  const kept = (count: number): number => (exempt ? count : Math.ceil(count * upgradeShare - 1e-9));
  const upgrades = exempt
    ? 'the service keeps none for its own upgrades on A100 and H100'
    : `with the 20 percent the service keeps for its own upgrades ${kept(instances)}`;
  const needed = Math.max(2 * kept(instances), kept(peakInstances)) * offer.vcpu;
  const most =
    peakInstances > 2 * instances
      ? `${peakInstances} carry the peak when the other cloud fails, more than twice as many for an update`
      : 'twice, because a new version is deployed beside the old one';
  return cite(
    { name: offer.quota, needed, unit: 'vcpu' },
    'quota.vcpu',
    `${instances} x ${offer.vcpu} vCPUs, ${upgrades}; ${most}; Azure Machine Learning has a quota of its own, 0 for GPU families at first`,
    offer,
  );
}
