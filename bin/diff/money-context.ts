import type { ResourceNode } from '../../lib/graph';
import type { MoneyContext } from '../../lib/review/money';
import { priceBook } from '../project/price-book';

/**
 * What prices of templates, plans and states are asked with. Azure's resources say where they are, or depend on one that
 * does; the others are in the region of the option.
 */
export function moneyContext(region: string | undefined): MoneyContext {
  return { prices: priceBook(), regionOf: locationOf, region };
}

/** `westeurope` of `West Europe`: Resource Manager takes both. An expression says nothing. */
function locationOf({ cloud, properties: { location } }: ResourceNode): string | undefined {
  if (cloud !== 'azure' || typeof location !== 'string' || /[^\w ]/.test(location)) return undefined;
  return location.toLowerCase().replace(/\s/g, '');
}
