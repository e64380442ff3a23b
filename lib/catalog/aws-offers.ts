import { hasLocalNvme } from '../constraints/local-nvme';
import type { AwsInstanceRow, AwsRegionRatio } from './row-types';
import type { InstanceOffer } from './types';

/** Region whose prices the rows state. */
const pricedRegion = 'us-east-1';
/** Families on which the regional ratios were measured, and the families priced alike. */
const measuredFamilies = /^(ml\.)?(g4dn|g5|g6|g6e)\./;

/**
 * Offers of every region with a known price ratio. Prices outside us-east-1 are estimates: the published price times the
 * ratio, which was measured on the g6 and g6e families. The rows do not say whether a region has the type.
 */
export function awsOffers(
  rows: readonly AwsInstanceRow[],
  ratios: readonly AwsRegionRatio[],
): readonly InstanceOffer[] {
  return ratios.flatMap((ratio) => rows.map((row) => inRegion(row, ratio)));
}

function inRegion(row: AwsInstanceRow, ratio: AwsRegionRatio): InstanceOffer {
  const localNvme = hasLocalNvme(row.instanceType);
  const offer = { ...row, region: ratio.region, ...(localNvme === undefined ? {} : { localNvme }) };
  if (ratio.region === pricedRegion || row.usdPerHour === undefined) return offer;
  return {
    ...offer,
    usdPerHour: Number((row.usdPerHour * ratio.ratio).toFixed(4)),
    priceStatus: row.priceStatus === 'approximate' ? 'approximate' : 'estimated',
    source: `${row.source}; us-east-1 x ${ratio.ratio} for ${ratio.region}, ${ratio.source}`,
    confidence: measuredFamilies.test(row.instanceType) && row.priceStatus === 'published' ? 'medium' : 'low',
  };
}
