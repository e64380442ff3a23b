import type { AzureContext } from '../context';
import type { AzureDnsRecord, AzurePlan } from './azure-plan';

/** The names of the plan on which the records of private endpoints depend. */
type Named = Pick<AzurePlan, 'initialization' | 'evaluation' | 'deployment'>;

/**
 * Records that private endpoints of the environment need in the zones of the network, as far as they are known before the
 * deployment.
 *
 * A record has the name of its resource: Microsoft Learn, "Azure Private Endpoint private DNS zone values"; the data
 * endpoint of a registry: "Set up private endpoint with private link for ACR"; read 2026-11.
 */
export function dnsRecords({ target }: AzureContext, plan: Named): readonly AzureDnsRecord[] {
  const { storage, handOffStore, keyVault, containerRegistry } = plan.initialization;
  const { account, search } = plan.deployment;
  const registry = containerRegistry.name.value;
  return [
    record('blob.core.windows.net', storage.accountName.value),
    record('file.core.windows.net', storage.accountName.value),
    record('azconfig.io', handOffStore.storeName.value),
    ...(target.keyVault === undefined ? [record('vaultcore.azure.net', keyVault.name.value)] : []),
    ...(target.registry === undefined
      ? [
          record('azurecr.io', registry),
          ...[target.location, ...(target.standby === undefined ? [] : [target.standby.location])].map((location) =>
            record('azurecr.io', `${registry}.${location}.data`),
          ),
        ]
      : []),
    // The service makes names of workspace and registry out of ids that it chooses.
    record('api.azureml.ms', undefined),
    record('notebooks.azure.net', undefined),
    ...(account === undefined ? [] : [record('openai.azure.com', account.name.value)]),
    ...Object.values(search).map(({ serviceName }) => record('search.windows.net', serviceName.value)),
  ];
}

/** Zones that only Azure Monitor uses. Blobs have a zone of their own. */
export const monitorOnlyZones: readonly string[] = [
  'privatelink.agentsvc.azure-automation.net',
  'privatelink.monitor.azure.com',
  'privatelink.ods.opinsights.azure.com',
  'privatelink.oms.opinsights.azure.com',
];

function record(zone: string, name: string | undefined): AzureDnsRecord {
  return { zone: `privatelink.${zone}`, ...(name === undefined ? {} : { name }) };
}
