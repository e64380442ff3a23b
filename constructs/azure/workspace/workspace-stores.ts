import type { ComponentResource } from '@pulumi/pulumi';
import { KeyVault } from '../encryption/key-vault';
import type { LandingZone } from '../landing-zone/landing-zone';
import { ApplicationInsights } from '../observability/application-insights';
import { ContainerRegistry } from '../registry/container-registry';
import { StorageAccount } from '../storage/storage-account';
import type { MlWorkspaceProps } from './ml-workspace';

/** Props of {@link workspaceStores}. */
export interface WorkspaceStoresProps {
  /** Tenant id (UUID) of the vault. */
  readonly tenantId: string;
  readonly landingZone: LandingZone;
}

/** Ids of what a workspace stores in. */
type StoreIds = Pick<
  MlWorkspaceProps,
  'keyVaultId' | 'storageAccountId' | 'containerRegistryId' | 'applicationInsightsId'
>;

/**
 * What a workspace stores in, where it shares nothing with others: a vault, a storage account, a registry and telemetry.
 *
 * @param name - before the names of the four components
 * @example
 * new MlWorkspace('ml', { ...workspaceStores('ml', { tenantId, landingZone }), landingZone });
 * @throws CodedError `MissingPrivateDnsZone`
 */
export function workspaceStores(
  name: string,
  { tenantId, landingZone }: WorkspaceStoresProps,
  opts: { readonly parent?: ComponentResource } = {},
): StoreIds {
  return {
    keyVaultId: new KeyVault(`${name}-vault`, { tenantId, landingZone }, { ...opts }).vaultId,
    storageAccountId: new StorageAccount(`${name}-storage`, { landingZone }, { ...opts }).accountId,
    containerRegistryId: new ContainerRegistry(`${name}-images`, { landingZone }, { ...opts }).registryId,
    applicationInsightsId: new ApplicationInsights(`${name}-telemetry`, { landingZone }, { ...opts }).componentId,
  };
}
