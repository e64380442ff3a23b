import type {
  EngineRow,
  InstancePriceRow,
  InstanceRow,
  PrivateModelRow,
  ReservedCapacityRow,
  TokenPriceRow,
} from './catalog-rows';
import type { ManagedModelRow, RegionRow } from './managed-rows';

/** Facts that a team adds to the catalogue: private models, negotiated prices, reserved capacity, newer models and regions. */
export interface CatalogSpec {
  /** @default - none */
  readonly models?: readonly PrivateModelRow[];
  /** @default - none */
  readonly instances?: readonly InstanceRow[];
  /** @default - none */
  readonly prices?: readonly InstancePriceRow[];
  /** @default - none */
  readonly tokenPrices?: readonly TokenPriceRow[];
  /** @default - none */
  readonly reserved?: readonly ReservedCapacityRow[];
  /** @default - none */
  readonly engines?: readonly EngineRow[];
  /** @default - none */
  readonly managedModels?: readonly ManagedModelRow[];
  /** @default - none */
  readonly regions?: readonly RegionRow[];
}
