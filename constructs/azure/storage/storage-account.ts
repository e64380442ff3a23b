import type { RoleAssignment } from '@pulumi/azure-native/authorization';
import { BlobServiceProperties, StorageAccount as Account } from '@pulumi/azure-native/storage';
import type { ComponentResourceOptions, CustomResource, Output } from '@pulumi/pulumi';
import { ComponentResource, interpolate } from '@pulumi/pulumi';
import type { GrantTarget, Principal } from '../identity/role-assignment';
import { grantRole } from '../identity/role-assignment';
import type { Imported } from '../landing-zone/imported-resource';
import { importResource } from '../landing-zone/imported-resource';
import type { LandingZone } from '../landing-zone/landing-zone';
import { blobZone, fileZone } from '../network/private-dns-zones';
import { PrivateEndpoint } from '../network/private-endpoint';
import { sendDiagnostics } from '../observability/diagnostic-setting';
import type { ResourceMetrics } from '../observability/resource-metrics';
import { metricsOf } from '../observability/resource-metrics';
import { defaultName } from '../props/default-name';
import { dataOptions, lockData } from '../retention/data-retention';
import type { PlacedAccount } from './account-args';
import { accountArgs, recoveryDays } from './account-args';

/** Props of a {@link StorageAccount}. */
export interface StorageAccountProps {
  /**
   * Name of the account, unique in Azure: 3 to 24 lower-case letters and digits.
   *
   * @default - a name that follows from the component and its place
   */
  readonly accountName?: string;
  /**
   * With `G` the account keeps copies in its paired region too, which can be read after a failover of the account.
   *
   * @default 'Standard_ZRS' - a region without zones refuses it
   */
  readonly skuName?: NonNullable<PlacedAccount['skuName']>;
  /** Whether the account records every change of a blob: object replication to another account reads it. @default false */
  readonly changeFeed?: boolean;
  readonly landingZone: LandingZone;
}

/** Name of the private endpoint of blobs or files of a storage account. */
export function storageEndpointName(accountName: string, service: 'blob' | 'file'): string {
  return `${accountName}-${service}-pe`;
}

/**
 * A private blob store.
 *
 * Creates the account, its blob service, its private endpoints and its diagnostic settings, and a delete lock when data is
 * retained. Access needs a Microsoft Entra identity: shared keys, local users and anonymous access are disabled. Data is
 * encrypted twice with keys of the platform, once of them with the customer key where there is one. Versions of blobs are kept, and deleted blobs can be recovered for 14 days.
 * Billed per GB and operation.
 *
 * Blobs and files have a private endpoint: the studio of Azure Machine Learning keeps notebooks and the code of jobs in a
 * file share. Queues and tables are unreachable.
 *
 * @throws CodedError `MissingPrivateDnsZone`
 */
export class StorageAccount extends ComponentResource {
  /** One that another program or team made, by its resource id. @throws CodedError `InvalidProps` */
  static fromAccountId(
    name: string,
    accountId: string,
    opts?: ComponentResourceOptions,
  ): Imported<StorageAccountGrants> {
    const grantsOf = (target: GrantTarget): StorageAccountGrants => new StorageAccountGrants(target);
    return importResource(name, { type: 'Microsoft.Storage/storageAccounts', id: accountId, grantsOf }, opts);
  }

  /** Resource id. */
  readonly accountId: Output<string>;
  readonly accountName: Output<string>;
  /** The same name as text that is known before deployment. With it the account is that of a `BlobContainer`. */
  readonly name: string;
  /** Resource ids of the private endpoints, as a workspace takes them. */
  readonly storageEndpointIds: Readonly<Record<'blob' | 'file', Output<string>>>;
  readonly grants: StorageAccountGrants;
  readonly metrics: ResourceMetrics;

  constructor(name: string, props: StorageAccountProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:StorageAccount', name, {}, opts);
    const { landingZone, accountName = defaultName('storage', name, landingZone) } = props;
    const placed = { ...props, accountName };
    const { resourceGroupName, logAnalyticsWorkspaceId: workspaceId, dataRetention } = landingZone;
    const account = new Account(`${name}-account`, accountArgs(placed), {
      parent: this,
      ...dataOptions(dataRetention),
    });
    new BlobServiceProperties(
      `${name}-blob-service`,
      {
        blobServicesName: 'default',
        accountName: account.name,
        resourceGroupName,
        isVersioningEnabled: true,
        ...(props.changeFeed === true ? { changeFeed: { enabled: true } } : {}),
        deleteRetentionPolicy: { enabled: true, days: recoveryDays },
        containerDeleteRetentionPolicy: { enabled: true, days: recoveryDays },
      },
      { parent: this },
    );
    this.storageEndpointIds = this.privateEndpoints(name, account, placed);
    sendDiagnostics(
      name,
      { resourceUri: account.id, resourceType: 'Microsoft.Storage/storageAccounts', workspaceId },
      this,
    );
    for (const service of ['blob', 'file'] as const) {
      sendDiagnostics(
        `${name}-${service}`,
        {
          resourceUri: interpolate`${account.id}/${service}Services/default`,
          resourceType: `Microsoft.Storage/storageAccounts/${service}Services`,
          workspaceId,
        },
        this,
      );
    }
    lockData(name, account, dataRetention, this);
    this.accountId = account.id;
    this.accountName = account.name;
    this.name = accountName;
    const target = {
      scope: account.id,
      scopeName: `Microsoft.Storage/storageAccounts/${accountName}`,
      subscription: landingZone.subscription,
      component: this,
    };
    this.grants = new StorageAccountGrants(target);
    this.metrics = metricsOf(target, landingZone);
    this.registerOutputs({});
  }

  /**
   * Endpoints of blobs and files, one after the other: the account refuses the second while it takes in the first
   * (`StorageAccountOperationInProgress`, hashicorp/terraform-provider-azurerm#28112, read 2026-11-30).
   */
  private privateEndpoints(
    name: string,
    account: Account,
    { accountName, landingZone }: PlacedAccount,
  ): StorageAccount['storageEndpointIds'] {
    const endpoint = (suffix: string, groupId: 'blob' | 'file', zone: string, after: readonly CustomResource[]) =>
      new PrivateEndpoint(
        `${name}-${suffix}`,
        {
          privateEndpointName: storageEndpointName(accountName, groupId),
          privateLinkServiceId: account.id,
          groupId,
          privateDnsZones: [zone],
          landingZone,
        },
        { parent: this, dependsOn: [...after] },
      );
    const blobs = endpoint('private', 'blob', blobZone, []);
    const files = endpoint('private-files', 'file', fileZone, [blobs.lastWrite]);
    return { blob: blobs.privateEndpointId, file: files.privateEndpointId };
  }
}

/** Roles that identities can get on a storage account. */
export class StorageAccountGrants {
  constructor(private readonly target: GrantTarget) {}

  /** Read every blob of the account. */
  read(name: string, principal: Principal): RoleAssignment {
    return grantRole(name, 'Storage Blob Data Reader', principal, this.target);
  }
}
