import { azureRegionPair } from '../../catalog/azure-region-pairs';
import type { AzureContext } from '../context';
import { azureName } from '../context';
import type { Decision } from '../decision';
import { cite, decide, withRejected } from '../decision';
import type { AzureStandbyBlobs, AzureStandbyPlan } from './standby-plan';

/** Container of evaluation reports, the only one that the kit declares. */
const containers = ['evaluation-reports'];

/**
 * How blobs reach the second location: by the redundancy of the account where Azure pairs the two locations, otherwise by
 * object replication to a second account.
 */
export function standbyBlobs(
  context: AzureContext,
  there: AzureContext,
  sku: AzureStandbyPlan['models']['storageAccountType'],
): AzureStandbyBlobs {
  const { region } = context;
  const pair = azureRegionPair(region.id);
  if (pair?.secondary === there.region.id) {
    const value = region.zones.length >= 3 ? 'Standard_GZRS' : 'Standard_GRS';
    return {
      redundancy: withRejected(
        cite(
          value,
          'standby.paired-location',
          `${there.region.id} is the paired location of ${region.id}: the account copies everything there, data of the ML workspace included; the copy can be read after a failover of the account`,
          pair,
        ),
        [
          {
            value: value.replace('_G', '_RAG'),
            reason: 'the copy can be read before a failover, by a private endpoint in the second location',
          },
          {
            value: 'object replication',
            reason: 'it copies named containers only, and forbids a failover of the account',
          },
        ],
      ),
    };
  }
  const accountName = azureName(there, 'azure-storage-account', 'standby');
  return {
    accountName,
    sku,
    containers: replicatedContainers(context, there),
    commands: commands(context, accountName.value),
  };
}

function replicatedContainers(context: AzureContext, there: AzureContext): Decision<readonly string[]> {
  const pair = azureRegionPair(context.region.id);
  const secondary = pair?.secondary ?? 'none that is known';
  return decide(
    containers,
    'standby.object-replication',
    `an account is redundant with its paired location only, and that of ${context.region.id} is ${secondary}, not ${there.region.id}: object replication copies block blobs of containers that exist in both accounts`,
  );
}

/**
 * The policy is written twice by hand: Azure makes its id when it is written to the destination, and a deployment cannot read
 * it back.
 */
function commands(context: AzureContext, destination: string): Decision<readonly string[]> {
  const source = azureName(context, 'azure-storage-account').value;
  const group = azureName(context, 'azure-resource-group').value;
  const account = (name: string): string =>
    `/subscriptions/${context.target.subscription}/resourceGroups/${group}/providers/Microsoft.Storage/storageAccounts/${name}`;
  const create = `az storage account or-policy create --resource-group ${group}`;
  const [container = ''] = containers;
  return cite(
    [
      `${create} --account-name ${destination} --source-account ${account(source)} --destination-account ${account(destination)} --source-container ${container} --destination-container ${container} --min-creation-time 1601-01-01T00:00:00Z`,
      `az storage account or-policy list --resource-group ${group} --account-name ${destination} --query [0] | ${create} --account-name ${source} --policy @-`,
    ],
    'standby.object-replication-by-hand',
    'Azure makes the id of the policy when it is written to the destination, and no deployment can read it back: it is written to the source by its id afterwards',
    { source: 'Azure/bicep#9710, closed as a limitation of the storage service', asOf: '2026-08-14' },
  );
}
