import { BlobServiceProperties, StorageAccount as Account } from '@pulumi/azure-native/storage';
import type { ComponentResourceOptions, CustomResource, Output } from '@pulumi/pulumi';
import { ComponentResource, interpolate } from '@pulumi/pulumi';
import type { Principal } from '../identity/role-assignment';
import { grantRole } from '../identity/role-assignment';
import type { LandingZone } from '../landing-zone/landing-zone';
import { blobZone } from '../network/private-dns-zones';
import { PrivateEndpoint } from '../network/private-endpoint';
import { sendDiagnostics } from '../observability/diagnostic-setting';
import { dataOptions, lockData } from '../retention/data-retention';

export interface StorageAccountProps {
  readonly accountName: string;
  readonly skuName: 'Standard_LRS' | 'Standard_ZRS';
  readonly landingZone: LandingZone;
}

/** Long enough to notice over a holiday that something was deleted. */
const recoveryDays = 14;

/**
 * A private blob store: Microsoft Entra only, no shared keys, encrypted twice, every version of a blob kept and deleted
 * ones recoverable for 14 days.
 *
 * Only blobs have a private endpoint. Files, queues and tables have none and stay unreachable. Encryption uses the
 * platform's keys; a customer-managed key is not part of the plan.
 */
export class StorageAccount extends ComponentResource {
  readonly accountId: Output<string>;
  readonly accountName: Output<string>;

  constructor(
    name: string,
    private readonly props: StorageAccountProps,
    opts?: ComponentResourceOptions,
  ) {
    super('llmops-kit:azure:StorageAccount', name, {}, opts);
    const { landingZone, accountName } = props;
    const { resourceGroupName, logAnalyticsWorkspaceId: workspaceId, dataRetention } = landingZone;
    const perAccountKey = { enabled: true, keyType: 'Account' } as const;
    const account = new Account(
      `${name}-account`,
      {
        accountName,
        resourceGroupName,
        location: landingZone.location,
        kind: 'StorageV2',
        sku: { name: props.skuName },
        accessTier: 'Hot',
        allowSharedKeyAccess: false,
        defaultToOAuthAuthentication: true,
        allowBlobPublicAccess: false,
        allowCrossTenantReplication: false,
        isLocalUserEnabled: false,
        enableHttpsTrafficOnly: true,
        minimumTlsVersion: 'TLS1_2',
        publicNetworkAccess: 'Disabled',
        networkRuleSet: { defaultAction: 'Deny', bypass: 'AzureServices', ipRules: [], virtualNetworkRules: [] },
        sasPolicy: { expirationAction: 'Block', sasExpirationPeriod: '1.00:00:00' },
        encryption: {
          keySource: 'Microsoft.Storage',
          requireInfrastructureEncryption: true,
          // Queues and tables get an account key of their own only at creation.
          services: { blob: perAccountKey, file: perAccountKey, queue: perAccountKey, table: perAccountKey },
        },
      },
      { parent: this, ...dataOptions(dataRetention) },
    );
    new BlobServiceProperties(
      `${name}-blob-service`,
      {
        blobServicesName: 'default',
        accountName: account.name,
        resourceGroupName,
        isVersioningEnabled: true,
        deleteRetentionPolicy: { enabled: true, days: recoveryDays },
        containerDeleteRetentionPolicy: { enabled: true, days: recoveryDays },
      },
      { parent: this },
    );
    new PrivateEndpoint(
      `${name}-private`,
      {
        privateEndpointName: `${accountName}-blob-pe`,
        privateLinkServiceId: account.id,
        groupId: 'blob',
        privateDnsZones: [blobZone],
        landingZone,
      },
      { parent: this },
    );
    // Reads, writes and deletes are logged by the blob service; the account itself has metrics only.
    sendDiagnostics(name, { resourceUri: account.id, workspaceId, categories: [] }, this);
    sendDiagnostics(
      `${name}-blob`,
      { resourceUri: interpolate`${account.id}/blobServices/default`, workspaceId },
      this,
    );
    lockData(name, account, dataRetention, this);
    this.accountId = account.id;
    this.accountName = account.name;
    this.registerOutputs({});
  }

  /** Lets a principal read every blob of the account. */
  grantRead(name: string, principal: Principal): CustomResource {
    return grantRole(
      name,
      {
        role: 'Storage Blob Data Reader',
        principal,
        scope: this.accountId,
        scopeName: `Microsoft.Storage/storageAccounts/${this.props.accountName}`,
        subscription: this.props.landingZone.subscription,
      },
      this,
    );
  }
}
