import type { AzureContext } from '../context';
import { azureName } from '../context';
import type { Decision } from '../decision';
import { cite, decide, withRejected } from '../decision';
import type { AzureInitializationPlan } from './azure-plan';
import { nameOrGiven } from './given';

/** The registry of serving images. */
export function containerRegistry(context: AzureContext): AzureInitializationPlan['containerRegistry'] {
  return {
    ...nameOrGiven(context, 'registry.id', context.target.registry?.id, () =>
      azureName(context, 'azure-container-registry'),
    ),
    sku: decide('Premium', 'azure.private-registry', 'the only tier with private endpoints', [
      { value: 'Standard', reason: 'no private endpoints' },
    ]),
    zoneRedundancy: zoneRedundancy(context),
    armAudienceTokens: armAudienceTokens(),
  };
}

function zoneRedundancy({ region }: AzureContext): Decision<'Enabled' | 'Disabled'> {
  return region.zones.length >= 3
    ? cite(
        'Enabled',
        'azure.registry-zones',
        `images survive the loss of one of ${region.zones.length} zones of ${region.id}, at no cost`,
        { source: 'learn.microsoft.com, Zone redundancy in Azure Container Registry', asOf: '2026-11-30' },
      )
    : cite('Disabled', 'azure.registry-zones', `${region.id} has fewer than three zones`, region);
}

function armAudienceTokens(): Decision<'enabled' | 'disabled'> {
  return withRejected(
    cite(
      'enabled',
      'azure.registry-tokens',
      'a managed identity pulls with a token for Azure Resource Manager: App Service and Container Apps are refused without it, and no source says that online endpoints are not',
      { source: 'MicrosoftDocs/azure-docs#128528 of 2026-05-26, Azure/AKS#4560', asOf: '2026-11-30' },
    ),
    [
      {
        value: 'disabled',
        reason: 'a token for the registry alone can do less when it is stolen, but pulls fail with UNAUTHORIZED',
      },
    ],
  );
}
