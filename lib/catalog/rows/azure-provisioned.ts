import type { ModelOffer } from '../types';
import { euZone, since51, usRegional } from './azure-locations';

/*
 * Provisioned deployments by model and region: MicrosoftDocs/azure-ai-docs@fd2d945 deployments-provisioned.md, in its edition
 * of 2026-05-11. Three regions of the table are unknown to the kit.
 */
interface Provisioned {
  /** @default - every region of Global Standard that general models have */
  readonly global?: readonly string[];
  readonly zone: readonly string[];
  readonly regional: readonly string[];
}

const americas = [...usRegional, 'brazilsouth', 'canadacentral', 'canadaeast', 'centralus'];
const zones = [...usRegional, ...euZone];
const zonesWithoutItaly = zones.filter((location) => location !== 'italynorth');

const rows: Readonly<Record<string, Provisioned>> = {
  'gpt-4.1': { zone: zones, regional: [...usRegional, 'brazilsouth', 'centralus', 'germanywestcentral', 'swedencentral', 'switzerlandnorth', 'uksouth', 'australiaeast', 'japaneast', 'koreacentral', 'southeastasia', 'uaenorth'] },
  'gpt-4.1-mini': { zone: zonesWithoutItaly, regional: [...usRegional, 'brazilsouth', 'swedencentral', 'switzerlandnorth', 'uksouth', 'australiaeast', 'japaneast', 'koreacentral'] },
  'gpt-4.1-nano': { zone: zones, regional: [...usRegional, 'swedencentral'] },
  'gpt-4o': { zone: zonesWithoutItaly, regional: ['eastus', 'eastus2', 'northcentralus', 'westus', 'westus3', 'brazilsouth', 'canadaeast', 'centralus', 'germanywestcentral', 'polandcentral', 'swedencentral', 'switzerlandnorth', 'uksouth', 'westeurope', 'australiaeast', 'japaneast', 'koreacentral', 'southeastasia', 'uaenorth'] },
  'gpt-4o-mini': { zone: zonesWithoutItaly, regional: [...usRegional, 'brazilsouth', 'canadacentral', 'canadaeast', 'francecentral', 'norwayeast', 'spaincentral', 'swedencentral', 'switzerlandnorth', 'uksouth', 'australiaeast', 'japaneast', 'koreacentral', 'southeastasia'] },
  'gpt-5': { zone: zones, regional: [...usRegional, 'canadaeast', 'centralus', 'uksouth', 'australiaeast', 'japaneast', 'koreacentral'] },
  'gpt-5-mini': { zone: zones, regional: ['canadaeast', 'eastus2', 'westus3', 'swedencentral', 'uksouth', 'australiaeast', 'japaneast', 'koreacentral', 'uaenorth'] },
  'gpt-5.1': { zone: zones, regional: ['canadaeast', 'eastus', 'eastus2', 'westus3', 'swedencentral', 'switzerlandnorth', 'uksouth', 'australiaeast', 'uaenorth'] },
  'gpt-5.2': { zone: zones, regional: ['canadacentral', 'canadaeast', 'westus', 'westus3', 'swedencentral', 'uksouth', 'australiaeast', 'japaneast', 'koreacentral'] },
  'gpt-5.4': { zone: zones, regional: ['uksouth', 'australiaeast', 'japaneast'] },
  'gpt-5.4-mini': { global: americas, zone: usRegional, regional: ['westus3'] },
  'gpt-5.5': { zone: usRegional, regional: ['eastus'] },
};

/** Provisioned offers of a model: reserved throughput, billed by the hour. Empty where the table does not have the model. */
export function provisionedOffers(id: string): readonly ModelOffer[] {
  const row = rows[id];
  if (row === undefined) return [];
  return [
    { sku: 'ProvisionedManaged', regions: row.regional, processedIn: 'region' },
    { sku: 'DataZoneProvisionedManaged', regions: row.zone, processedIn: 'data-zone' },
    { sku: 'GlobalProvisionedManaged', regions: row.global ?? since51, processedIn: 'anywhere' },
  ];
}
