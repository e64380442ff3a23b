import type { OfferTokenPrices, TokenPrices } from '../types';
import { euZone, usZone } from './azure-locations';

/** Meters of the retail price list. A location without a meter has no row: its price is unknown. */
const retail = {
  source: 'prices.azure.com/api/retail/prices on 2026-08-11, in data/snapshot.json of azure-genai-prices 0.2.0 (PyPI)',
  asOf: '2026-08-11',
  confidence: 'medium',
} as const;

type Pair = readonly [input: number, output: number];

interface RetailRow {
  readonly global: Pair;
  /** In the zones of the United States and the European Union. */
  readonly zone: Pair;
  /** @default - `zoneLocations` */
  readonly zoneLocations?: readonly string[];
  /** In one location. @default - no meter */
  readonly regional?: readonly (readonly [prices: Pair, locations: readonly string[]])[];
}

const withoutItaly = [...usZone, ...euZone].filter((location) => location !== 'italynorth');
const withoutItalyAndIowa = withoutItaly.filter((location) => location !== 'centralus');
const us = ['eastus', 'eastus2', 'northcentralus', 'southcentralus', 'westus', 'westus3'];

/** US dollars per million tokens: requests up to 272,000 tokens, where longer ones cost more. */
const retailRows: Readonly<Record<string, RetailRow>> = {
  'gpt-4.1': { global: [2, 8], zone: [2.2, 8.8], regional: [[[2.2, 8.8], [...us, 'westus2']], [[2.42, 9.68], ['swedencentral', 'switzerlandnorth']], [[2.64, 10.56], ['northeurope']]] },
  'gpt-4.1-mini': { global: [0.4, 1.6], zone: [0.44, 1.76], regional: [[[0.44, 1.76], [...us, 'westus2', 'australiaeast']], [[0.484, 1.936], ['canadaeast', 'francecentral', 'japaneast', 'swedencentral', 'switzerlandnorth', 'uksouth']], [[0.528, 2.112], ['northeurope', 'westeurope']]] },
  'gpt-4.1-nano': { global: [0.1, 0.4], zone: [0.11, 0.44], regional: [[[0.11, 0.44], us], [[0.121, 0.484], ['swedencentral']], [[0.132, 0.528], ['northeurope']]] },
  'gpt-4o': { global: [2.5, 10], zone: [2.75, 11], zoneLocations: [...usZone, ...euZone, 'northeurope', 'japaneast'], regional: [[[2.75, 11], [...us, 'centralus', 'australiaeast']], [[3.025, 12.1], ['canadaeast', 'francecentral', 'japaneast', 'norwayeast', 'southafricanorth', 'swedencentral', 'switzerlandnorth', 'uaenorth', 'uksouth']], [[3.3, 13.2], ['northeurope']]] },
  'gpt-4o-mini': { global: [0.15, 0.6], zone: [0.165, 0.66], regional: [[[0.165, 0.66], [...us, 'westus2', 'swedencentral']], [[0.198, 0.792], ['northeurope', 'southeastasia']]] },
  'gpt-5': { global: [1.25, 10], zone: [1.375, 11], zoneLocations: withoutItalyAndIowa },
  'gpt-5-mini': { global: [0.25, 2], zone: [0.275, 2.2] },
  'gpt-5-nano': { global: [0.05, 0.4], zone: [0.055, 0.44] },
  'gpt-5.1': { global: [1.25, 10], zone: [1.375, 11], zoneLocations: withoutItaly },
  'gpt-5.2': { global: [1.75, 14], zone: [1.925, 15.4], zoneLocations: withoutItaly },
  'gpt-5.4': { global: [2.5, 15], zone: [2.75, 16.5], zoneLocations: withoutItaly },
  'gpt-5.4-mini': { global: [0.75, 4.5], zone: [0.825, 4.95], zoneLocations: withoutItaly },
  'gpt-5.4-nano': { global: [0.2, 1.25], zone: [0.22, 1.375], zoneLocations: withoutItaly },
  'gpt-5.4-pro': { global: [30, 180], zone: [33, 198], zoneLocations: withoutItaly },
  'gpt-5.5': { global: [5, 30], zone: [5.5, 33], zoneLocations: withoutItaly },
  'text-embedding-3-small': { global: [0.02, 0], zone: [0.022, 0], zoneLocations: withoutItaly, regional: [[[0.022, 0], ['australiaeast', 'eastus', 'eastus2', 'northcentralus', 'southcentralus', 'westus']], [[0.025, 0], ['canadaeast', 'francecentral', 'japaneast', 'norwayeast', 'swedencentral', 'switzerlandnorth', 'uksouth']], [[0.027, 0], ['northeurope', 'westeurope']]] },
  'text-embedding-3-large': { global: [0.13, 0], zone: [0.143, 0], zoneLocations: withoutItaly, regional: [[[0.143, 0], ['australiaeast', 'eastus', 'eastus2', 'northcentralus', 'southcentralus']], [[0.158, 0], ['canadaeast', 'francecentral', 'japaneast', 'norwayeast', 'swedencentral', 'switzerlandnorth', 'uksouth']], [[0.172, 0], ['northeurope', 'southeastasia', 'westeurope']]] },
};

/** Meters that changed after the list above was read, on 2026-10-03 for the global ones. */
const later = { source: 'SergeevDmitry/llm-kit usage-tab@1.3.0', asOf: '2026-10-03', confidence: 'medium' } as const;
const promotion = 'a promotion until at least 2026-11-30 (theopenco/llmgateway#4144); without it $5 in and $30 out';
const laterGlobal: Readonly<Record<string, Prices>> = {
  'gpt-5.6-luna': { tokenPrices: { ...later, ...inAndOut([0.2, 1.2]), notes: 'Global Standard' } },
  'gpt-5.6-sol': { tokenPrices: { ...later, ...inAndOut([4, 20]), notes: `Global Standard; ${promotion}` } },
  'gpt-5.6-terra': { tokenPrices: { ...later, ...inAndOut([2, 12]), notes: 'Global Standard' } },
};

function inAndOut([input, output]: Pair): Pick<TokenPrices, 'usdPerMillionInputTokens' | 'usdPerMillionOutputTokens'> {
  return { usdPerMillionInputTokens: input, usdPerMillionOutputTokens: output };
}

interface Prices {
  readonly tokenPrices: TokenPrices;
  readonly offerTokenPrices?: readonly OfferTokenPrices[];
}

/** What models of Azure OpenAI cost by their ids: `tokenPrices` of a Global Standard deployment in any location. */
export const azureTokenPrices: Readonly<Record<string, Prices>> = {
  ...Object.fromEntries(Object.entries(retailRows).map(([id, row]) => [id, pricesOf(row)])),
  ...laterGlobal,
};

function pricesOf({ global, zone, zoneLocations = [...usZone, ...euZone], regional = [] }: RetailRow): Prices {
  return {
    tokenPrices: { ...inAndOut(global), ...retail, notes: 'Global Standard' },
    offerTokenPrices: [
      offer('DataZoneStandard', zone, zoneLocations),
      ...regional.map(([prices, locations]) => offer('Standard', prices, locations)),
    ],
  };
}

function offer(sku: OfferTokenPrices['sku'], prices: Pair, regions: readonly string[]): OfferTokenPrices {
  return { sku, regions, ...inAndOut(prices), ...retail, notes: sku === 'Standard' ? 'Standard' : 'Data Zone Standard' };
}
