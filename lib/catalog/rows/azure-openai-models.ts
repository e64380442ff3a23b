import type { LifecycleState, ManagedModel, ModelLifecycle, ModelOffer } from '../types';
import { common, euZone, since41, since51, usRegional, usZone } from './azure-locations';
import { provisionedOffers } from './azure-provisioned';
import { azureTokenPrices } from './azure-token-prices';

/** Deployment types by model, version and region: the table of the vendor's documentation, in its edition of 2026-06-03. */
const matrix = {
  source:
    'learn.microsoft.com/azure/foundry/foundry-models/concepts/models-sold-directly-by-azure-region-availability, in MicrosoftDocs/azure-ai-docs@3e8134c deployments-standard.md; provisioned: @fd2d945 of 2026-05-11',
  asOf: '2026-06-03',
} as const;
/** Models that the table of June does not have yet. */
const later = {
  source:
    "learn.microsoft.com region availability of 2026-09-03 for eastus2 and 'az cognitiveservices model list' of 2026-09-22 for swedencentral, as quoted in public repositories; eastus: pollinations/pollinations#13021 of 2026-08-02",
  asOf: '2026-09-03',
  confidence: 'medium',
  notes: 'other regions are unknown',
} as const;
/** Day on which the edition below was read. */
const readOn = '2026-11-30';
const schedule = {
  edition: '2026-09-02',
  source: 'learn.microsoft.com/azure/foundry/openai/concepts/model-retirement-schedule',
  asOf: readOn,
} as const;

/*
 * Successors are the kit's choice of a live model of the same size. The schedule of 2026-07-07 names gpt-5.1 for gpt-4o,
 * gpt-4.1-mini, which is legacy itself, for gpt-4o-mini, and none for gpt-4.1.
 */
function lifecycle(state: LifecycleState, retires: string, ...successors: readonly string[]): ModelLifecycle {
  return { state, retires, ...(successors.length === 0 ? {} : { successors }), ...schedule };
}

function offers(global: readonly string[], zone: readonly string[], regional: readonly string[]): readonly ModelOffer[] {
  const all: readonly ModelOffer[] = [
    { sku: 'Standard', regions: regional, processedIn: 'region' },
    { sku: 'DataZoneStandard', regions: zone, processedIn: 'data-zone' },
    { sku: 'GlobalStandard', regions: global, processedIn: 'anywhere' },
  ];
  return all.filter(({ regions }) => regions.length > 0);
}

type Row = Omit<ManagedModel, 'service' | 'kind' | 'tokenPrices' | 'offerTokenPrices' | 'source' | 'asOf'> & Partial<Pick<ManagedModel, 'source' | 'asOf'>>;

/** A request may specify any length up to the full one. The listed lengths are those that the vendor measured. */
const shortened = (full: number): readonly number[] => [full, 1024, 512, 256].filter((length) => length <= full);

const rows: readonly Row[] = [
  { id: 'gpt-4.1', versions: [{ version: '2025-04-14', lifecycle: lifecycle('legacy', '2027-04-14', 'gpt-5.1'), offers: offers(since41, [...usZone, ...euZone], [...usRegional, 'swedencentral', 'switzerlandnorth']) }] },
  { id: 'gpt-4.1-mini', versions: [{ version: '2025-04-14', lifecycle: lifecycle('legacy', '2027-04-14', 'gpt-5-mini'), offers: offers(since41, [...usZone, ...euZone], [...usRegional, 'canadaeast', 'francecentral', 'swedencentral', 'switzerlandnorth', 'uksouth', 'westeurope', 'australiaeast', 'japaneast']) }] },
  { id: 'gpt-4.1-nano', versions: [{ version: '2025-04-14', lifecycle: lifecycle('deprecated', '2026-10-14', 'gpt-5-nano'), offers: offers(since41, [...usZone, ...euZone], []) }] },
  { id: 'gpt-4o', versions: [{ version: '2024-11-20', lifecycle: lifecycle('legacy', '2027-04-14', 'gpt-5.1'), offers: offers(common, [...usZone, ...euZone], [...usRegional, 'canadaeast', 'centralus', 'francecentral', 'norwayeast', 'swedencentral', 'switzerlandnorth', 'uksouth', 'australiaeast', 'japaneast']) }] },
  { id: 'gpt-4o-mini', versions: [{ version: '2024-07-18', lifecycle: lifecycle('deprecated', '2027-04-14', 'gpt-5-mini'), offers: offers(common, [...usZone, ...euZone], [...usRegional, 'swedencentral']) }] },
  { id: 'gpt-5', contextTokens: 272_000, versions: [{ version: '2025-08-07', lifecycle: lifecycle('generally-available', '2027-02-09'), offers: offers(since41, [...usZone, ...euZone], []) }] },
  { id: 'gpt-5-mini', contextTokens: 272_000, versions: [{ version: '2025-08-07', lifecycle: lifecycle('generally-available', '2027-02-09'), offers: offers(since41, [...usZone, ...euZone], []) }] },
  { id: 'gpt-5-nano', contextTokens: 272_000, versions: [{ version: '2025-08-07', lifecycle: lifecycle('generally-available', '2027-02-09'), offers: offers(since41, [...usZone, ...euZone], []) }] },
  { id: 'gpt-5.1', contextTokens: 272_000, versions: [{ version: '2025-11-13', lifecycle: lifecycle('generally-available', '2027-05-15'), offers: offers(since51, [...usZone, 'francecentral', 'swedencentral'], [...usRegional, 'centralus', 'swedencentral']) }] },
  { id: 'gpt-5.2', contextTokens: 400_000, versions: [{ version: '2025-12-11', lifecycle: lifecycle('generally-available', '2027-06-08'), offers: offers(since51, usZone, []) }] },
  { id: 'gpt-5.4', versions: [{ version: '2026-03-05', lifecycle: lifecycle('generally-available', '2027-09-02'), offers: offers(since51, [...usZone, ...euZone], []) }] },
  { id: 'gpt-5.4-mini', versions: [{ version: '2026-03-17', lifecycle: lifecycle('generally-available', '2027-09-21'), offers: offers(since51, usZone, []) }] },
  { id: 'gpt-5.4-nano', versions: [{ version: '2026-03-17', lifecycle: lifecycle('generally-available', '2027-09-21'), offers: offers(since51, usZone, []) }] },
  { id: 'gpt-5.4-pro', versions: [{ version: '2026-03-05', lifecycle: lifecycle('generally-available', '2027-09-07'), offers: offers(['eastus2', 'southcentralus', 'polandcentral', 'swedencentral'], [], []) }] },
  { id: 'gpt-5.5', versions: [{ version: '2026-04-24', lifecycle: lifecycle('generally-available', '2027-10-26'), offers: offers(['eastus2', 'northcentralus', 'southcentralus', 'westus3', 'polandcentral', 'swedencentral'], [...usZone, ...euZone, 'norwayeast', 'switzerlandnorth'], []) }] },
  { id: 'gpt-5.6-luna', ...later, versions: [{ version: '2026-07-09', lifecycle: lifecycle('generally-available', '2028-01-11'), offers: offers(['eastus', 'eastus2', 'swedencentral'], ['eastus2'], []) }] },
  { id: 'gpt-5.6-sol', ...later, versions: [{ version: '2026-07-09', lifecycle: lifecycle('generally-available', '2028-01-11'), offers: offers(['eastus', 'eastus2', 'swedencentral'], ['eastus2'], []) }] },
  { id: 'gpt-5.6-terra', ...later, versions: [{ version: '2026-07-09', lifecycle: lifecycle('generally-available', '2028-01-11'), offers: offers(['eastus', 'eastus2', 'swedencentral'], ['eastus2'], []) }] },
  { id: 'text-embedding-3-small', dimensions: shortened(1536), contextTokens: 8191, versions: [{ version: '1', lifecycle: lifecycle('generally-available', '2028-02-09'), offers: offers(since51, [...usZone, ...euZone], ['eastus', 'eastus2', 'westus', 'canadaeast', 'switzerlandnorth', 'australiaeast', 'japaneast', 'uaenorth']) }] },
  { id: 'text-embedding-3-large', dimensions: shortened(3072), contextTokens: 8191, versions: [{ version: '1', lifecycle: lifecycle('generally-available', '2028-02-09'), offers: offers(since51, [...usZone, ...euZone], ['eastus', 'eastus2', 'westus3', 'canadaeast', 'francecentral', 'germanywestcentral', 'norwayeast', 'polandcentral', 'spaincentral', 'swedencentral', 'switzerlandnorth', 'uksouth', 'australiaeast', 'japaneast', 'koreacentral', 'southeastasia', 'southafricanorth', 'uaenorth']) }] },
];

/** Models of Azure OpenAI. A region that is missing may have been added after the table. */
export const azureOpenAiModels: readonly ManagedModel[] = rows.map((row): ManagedModel => {
  const { source, asOf } = row.source === undefined ? matrix : later;
  const contextSource = row.contextTokens === undefined ? '' : '; context: anomalyco/models.dev@f3fc69229 of 2026-07-02';
  return {
    ...row,
    versions: row.versions.map((version) => ({ ...version, offers: [...version.offers, ...provisionedOffers(row.id)] })),
    service: 'azure-openai',
    kind: row.dimensions === undefined ? 'text-generation' : 'embedding',
    ...azureTokenPrices[row.id],
    source: `${source}${contextSource}`,
    asOf,
  };
});
