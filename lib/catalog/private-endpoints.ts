import type { PrivateEndpointPrice } from './rows/private-endpoint-prices';
import { privateEndpointPrices } from './rows/private-endpoint-prices';

/** Price of an interface endpoint in a region; undefined where none is known. */
export function privateEndpointPrice(region: string): PrivateEndpointPrice | undefined {
  return privateEndpointPrices.find((row) => row.region === region);
}
