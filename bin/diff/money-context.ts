import type { ResourceNode } from '../../lib/graph';
import type { MoneyContext } from '../../lib/review/money';
import { priceBook } from '../project/price-book';

/**
 * What prices of templates, plans and states are asked with. Azure's resources say where they are; the others are in the
 * region of the option.
 */
export function moneyContext(region: string | undefined): MoneyContext {
  return { prices: priceBook(), regionOf: (node) => locationOf(node) ?? region };
}

/** `westeurope` of `West Europe`: Resource Manager takes both. */
function locationOf({ cloud, properties: { location } }: ResourceNode): string | undefined {
  return cloud === 'azure' && typeof location === 'string' ? location.toLowerCase().replace(/\s/g, '') : undefined;
}
