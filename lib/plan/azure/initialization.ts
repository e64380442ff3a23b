import { azureIdName } from '../../platform';
import type { AzureContext } from '../context';
import { azureName } from '../context';
import type { Decision } from '../decision';
import { cite, decide, pinned, withRejected } from '../decision';
import { promptRetentionDays, softDeleteRetentionDays } from '../retention';
import type { AzureEvaluationPlan, AzureExperimentationPlan, AzureInitializationPlan } from './azure-plan';
import { azureBudget } from './budget';
import { containerRegistry } from './container-registry';
import { azureEncryption } from './encryption';
import { nameOrGiven } from './given';
import { handOffStore } from './hand-offs';
import { azureFederation, identities } from './identities';
import { azureNetwork } from './network';
import { keyVaultName, logAnalyticsName, reservedName } from './reserved-name';

/** What every other stage of an environment uses. */
export function initialization(context: AzureContext): AzureInitializationPlan {
  const { tier } = context.environment;
  const github = azureFederation(context);
  const budget = azureBudget(context);
  return {
    resourceGroupName: azureName(context, 'azure-resource-group'),
    network: azureNetwork(context),
    ...azureEncryption(context),
    keyVault: {
      ...nameOrGiven(context, 'keyVault.id', context.target.keyVault?.id, () => keyVaultName(context)),
      softDeleteRetentionDays: softDeleteRetentionDays(tier),
    },
    logAnalytics: {
      ...nameOrGiven(context, 'logs.workspaceId', context.target.logs?.workspaceId, () => logAnalyticsName(context)),
      retentionDays: promptRetentionDays(context),
    },
    applicationInsightsName: azureName(context, 'azure-application-insights'),
    telemetryKeys: telemetryKeys(),
    identities: identities(context),
    ...(github === undefined ? {} : { github }),
    storage: { accountName: azureName(context, 'azure-storage-account'), sku: storageSku(context) },
    containerRegistry: containerRegistry(context),
    handOffStore: handOffStore(context),
    ...(budget === undefined ? {} : { budget }),
  };
}

/** The workspace of experiments. */
export function experimentation(context: AzureContext): AzureExperimentationPlan {
  return { workspaceName: reservedName(context, 'azure-ml-workspace') };
}

/** The registry of model versions and the container of evaluation reports. */
export function evaluation(context: AzureContext): AzureEvaluationPlan {
  return {
    registryName: azureName(context, 'azure-ml-registry'),
    ...givenRegistry(context),
    reportContainerName: decide(
      'evaluation-reports',
      'evaluation.container',
      'one container per storage account, named after its content',
    ),
  };
}

/** A registry of the company in place of the one above. */
function givenRegistry({
  key,
  target: { mlRegistry },
}: AzureContext): Partial<Pick<AzureEvaluationPlan, 'registryName' | 'existingRegistryId'>> {
  if (mlRegistry === undefined) return {};
  const path = `environments.${key}.azure.mlRegistry.id`;
  return { registryName: pinned(azureIdName(mlRegistry.id), path), existingRegistryId: pinned(mlRegistry.id, path) };
}

function telemetryKeys(): AzureInitializationPlan['telemetryKeys'] {
  return decide(
    'off',
    'azure.telemetry-keys',
    'applications send telemetry with their identity. Metrics, events and traffic of an endpoint reach the logs by its diagnostic setting, which needs no key; whether the traces that the endpoint itself sends arrive without one, no source says',
    [
      {
        value: 'on',
        reason: 'whoever has the key can write telemetry, and a key cannot be withdrawn from one of them',
      },
    ],
  );
}

/** The same in every tier: an update cannot change it, and a tier can be raised. */
function storageSku({ region }: AzureContext): Decision<'Standard_LRS' | 'Standard_ZRS'> {
  if (region.zones.length < 3) {
    return cite('Standard_LRS', 'azure.storage-redundancy', `${region.id} has fewer than three zones`, region);
  }
  return withRejected(
    cite(
      'Standard_ZRS',
      'azure.storage-redundancy',
      `data survives the loss of one of ${region.zones.length} zones of ${region.id}`,
      region,
    ),
    [
      {
        value: 'Standard_LRS',
        reason:
          "three copies in one data center for about a fifth less; going to zones later is a migration of its own ('az storage account migration start'), not an update",
      },
    ],
  );
}
