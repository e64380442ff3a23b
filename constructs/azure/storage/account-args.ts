import type { StorageAccountArgs } from '@pulumi/azure-native/storage';
import { keyParts } from '../encryption/customer-key';
import type { LandingZone } from '../landing-zone/landing-zone';

/** An account with its name. */
export interface PlacedAccount {
  readonly accountName: string;
  /** @default 'Standard_ZRS' - a region without zones refuses it */
  readonly skuName?: 'Standard_LRS' | 'Standard_ZRS' | 'Standard_GRS' | 'Standard_GZRS';
  readonly landingZone: LandingZone;
}

/** Days in which deleted blobs can be recovered: long enough to notice a deletion after a holiday. */
export const recoveryDays = 14;

/** A private account without keys, encrypted twice. */
export function accountArgs({ accountName, skuName = 'Standard_ZRS', landingZone }: PlacedAccount): StorageAccountArgs {
  const accountKey = { enabled: true, keyType: 'Account' } as const;
  const { customerKey } = landingZone;
  return {
    ...(customerKey === undefined
      ? {}
      : { identity: { type: 'UserAssigned', userAssignedIdentities: [customerKey.identityId] } }),
    accountName,
    resourceGroupName: landingZone.resourceGroupName,
    location: landingZone.location,
    kind: 'StorageV2',
    sku: { name: skuName },
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
      ...(customerKey === undefined
        ? { keySource: 'Microsoft.Storage' }
        : {
            keySource: 'Microsoft.Keyvault',
            keyVaultProperties: keyParts(customerKey),
            encryptionIdentity: { encryptionUserAssignedIdentity: customerKey.identityId },
          }),
      requireInfrastructureEncryption: true,
      // The key type of queues and tables is final once the account exists.
      services: { blob: accountKey, file: accountKey, queue: accountKey, table: accountKey },
    },
  };
}
