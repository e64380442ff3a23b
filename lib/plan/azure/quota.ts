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
 * @param peakInstances - instances of a standby after the other cloud fails
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
    ? 'the service reserves none for upgrades on A100 and H100'
    : `${kept(instances)} with the 20 percent that the service reserves for upgrades`;
  const needed = Math.max(2 * kept(instances), kept(peakInstances)) * offer.vcpu;
  const most =
    peakInstances > 2 * instances
      ? `${peakInstances} serve the peak when the other cloud fails, more than the two fleets of an update`
      : 'twice, because a new version is deployed next to the old one';
  return cite(
    { name: offer.quota, needed, unit: 'vcpu' },
    'quota.vcpu',
    `${instances} x ${offer.vcpu} vCPUs, ${upgrades}; ${most}; Azure Machine Learning has a separate quota, 0 for GPU families in a new subscription`,
    offer,
  );
}
