import { BlobContainer, BlobServiceProperties, StorageAccount as Account } from '@pulumi/azure-native/storage';
import type { ComponentResourceOptions, Output } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { LandingZone } from '../landing-zone/landing-zone';
import { sendDiagnostics } from '../observability/diagnostic-setting';
import { dataOptions, lockData } from '../retention/data-retention';
import { accountArgs, recoveryDays } from './account-args';

/** Props of a {@link StandbyStorage}. */
export interface StandbyStorageProps {
  /** Name of the account, unique in Azure: 3 to 24 lower-case letters and digits. */
  readonly accountName: string;
  /** A region without zones refuses `Standard_ZRS`. */
  readonly skuName: 'Standard_LRS' | 'Standard_ZRS';
  /** Another location than that of the landing zone. */
  readonly location: string;
  /** Containers that get copies, named as in the first account. */
  readonly containerNames: readonly string[];
  readonly landingZone: LandingZone;
}

/**
 * An account in a second location, for copies of containers by object replication.
 *
 * Creates the account, its blob service with versions, its containers and its diagnostic setting, and a delete lock when data is
 * retained. Public access is disabled and there is no private endpoint: nobody reads a copy before one is created in a network of that
 * location. Billed per GB and operation.
 *
 * The policy of the replication is not declared: Azure makes its id when it is written to this account, and no deployment can read it back
 * (Azure/bicep#9710, 2026-08-14). The containers accept no writes while a policy is there. Source: Microsoft Learn, "Object replication for block
 * blobs", read 2026-12-01: versions in both accounts, a change feed in the first, and no hierarchical namespace.
 */
export class StandbyStorage extends ComponentResource {
  /** Resource id. */
  readonly accountId: Output<string>;

  constructor(name: string, props: StandbyStorageProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:StandbyStorage', name, {}, opts);
    const { accountName, skuName, location, containerNames, landingZone } = props;
    const { resourceGroupName, dataRetention, logAnalyticsWorkspaceId: workspaceId } = landingZone;
    const account = new Account(
      `${name}-account`,
      accountArgs({ accountName, skuName, landingZone: { ...landingZone, location } }),
      { parent: this, ...dataOptions(dataRetention) },
    );
    const place = { accountName: account.name, resourceGroupName };
    const service = new BlobServiceProperties(
      `${name}-blob-service`,
      {
        ...place,
        blobServicesName: 'default',
        isVersioningEnabled: true,
        deleteRetentionPolicy: { enabled: true, days: recoveryDays },
        containerDeleteRetentionPolicy: { enabled: true, days: recoveryDays },
      },
      { parent: this },
    );
    for (const containerName of containerNames) {
      new BlobContainer(
        `${name}-${containerName}`,
        { ...place, containerName, publicAccess: 'None' },
        { parent: this, dependsOn: service, ...dataOptions(dataRetention) },
      );
    }
    sendDiagnostics(
      name,
      { resourceUri: account.id, resourceType: 'Microsoft.Storage/storageAccounts', workspaceId },
      this,
    );
    lockData(name, account, dataRetention, this);
    this.accountId = account.id;
    this.registerOutputs({});
  }
}
