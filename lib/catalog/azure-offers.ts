import type { AzurePriceRows, AzureSizeRow } from './row-types';
import type { InstanceOffer } from './types';

/**
 * Offers of every region a size has a price in: as a virtual machine, and as an Azure Machine Learning managed online
 * endpoint where the service accepts the size. The service charges the price of the machine.
 */
export function azureOffers(sizes: readonly AzureSizeRow[], prices: AzurePriceRows): readonly InstanceOffer[] {
  return sizes.flatMap((size) => {
    const byRegion = Object.entries(prices.usdPerHour[size.size] ?? {});
    const services = size.managedOnlineEndpoint ? (['azure-vm', 'azure-ml'] as const) : (['azure-vm'] as const);
    return byRegion.flatMap(([region, usdPerHour]) =>
      services.map((service): InstanceOffer => ({
        cloud: 'azure',
        service,
        instanceType: size.size,
        accelerator: size.accelerator,
        acceleratorCount: size.acceleratorCount,
        acceleratorShare: size.acceleratorShare,
        vcpu: size.vcpu,
        memoryGiB: size.memoryGiB,
        region,
        usdPerHour,
        priceStatus: 'published',
        quota: size.quota,
        source: prices.source,
        asOf: prices.asOf,
        ...(size.confidence === undefined ? {} : { confidence: size.confidence }),
        ...(size.notes === undefined ? {} : { notes: size.notes }),
      })),
    );
  });
}
