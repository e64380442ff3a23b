import { familyOf, hasLocalNvme } from '../constraints/local-nvme';
import type { AwsInstanceRow, AwsRegionFamilyRow, AwsRegionRatio } from './row-types';
import type { InstanceOffer } from './types';

/** Region whose prices the rows state. */
const pricedRegion = 'us-east-1';
/** Families on which the regional ratios were measured, and the families priced alike. */
const measuredFamilies = /^(ml\.)?(g4dn|g5|g6|g6e)\./;

/** What is known of the regions besides their names. */
export interface AwsRegionFacts {
  /** Every region of AWS in the catalogue. */
  readonly regions: readonly string[];
  readonly ratios: readonly AwsRegionRatio[];
  readonly families: readonly AwsRegionFamilyRow[];
}

/**
 * Offers of every region. Prices outside us-east-1 are estimates: the published price times the ratio of the region; where
 * no ratio is known the price is missing. Whether a region has a type is known where a list has a price of its family
 * there, and otherwise the offer says that it is unknown.
 */
export function awsOffers(rows: readonly AwsInstanceRow[], facts: AwsRegionFacts): readonly InstanceOffer[] {
  const ratios = new Map(facts.ratios.map((row) => [row.region, row]));
  const known = new Set(
    facts.families.flatMap(({ family, regions }) => regions.map((region) => `${family} ${region}`)),
  );
  return facts.regions.flatMap((region) =>
    rows.map((row): InstanceOffer => {
      const listed =
        region === pricedRegion || (row.service === 'ec2' && known.has(`${familyOf(row.instanceType)} ${region}`));
      return { ...inRegion(row, region, ratios.get(region)), ...(listed ? {} : { availability: 'unknown' }) };
    }),
  );
}

function inRegion(row: AwsInstanceRow, region: string, ratio: AwsRegionRatio | undefined): InstanceOffer {
  const { usdPerHour, ...unpriced } = row;
  const localNvme = hasLocalNvme(row.instanceType);
  const offer = { ...unpriced, region, ...(localNvme === undefined ? {} : { localNvme }) };
  if (region === pricedRegion) return { ...offer, ...(usdPerHour === undefined ? {} : { usdPerHour }) };
  if (ratio === undefined || usdPerHour === undefined) return { ...offer, priceStatus: 'missing' };
  const measured = measuredFamilies.test(row.instanceType) && row.priceStatus === 'published';
  return {
    ...offer,
    usdPerHour: Number((usdPerHour * ratio.ratio).toFixed(4)),
    priceStatus: row.priceStatus === 'approximate' ? 'approximate' : 'estimated',
    source: `${row.source}; us-east-1 x ${ratio.ratio} for ${ratio.region}, ${ratio.source}`,
    confidence: measured ? (ratio.confidence ?? 'medium') : 'low',
  };
}
