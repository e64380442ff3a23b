import { Vault } from '@pulumi/azure-native/keyvault';
import type { ComponentResourceOptions, Output } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { Principal } from '../identity/role-assignment';
import { grantRole } from '../identity/role-assignment';
import type { LandingZone } from '../landing-zone/landing-zone';
import { keyVaultZone } from '../network/private-dns-zones';
import { PrivateEndpoint } from '../network/private-endpoint';
import { sendDiagnostics } from '../observability/diagnostic-setting';
import { dataOptions, lockData } from '../retention/data-retention';

export interface KeyVaultProps {
  readonly vaultName: string;
  readonly tenantId: string;
  /** Days a deleted vault, key or secret can be recovered: 7 to 90, and never changed once the vault exists. */
  readonly softDeleteRetentionInDays: number;
  readonly landingZone: LandingZone;
}

/**
 * A private key vault: roles instead of access policies, purge protection always on.
 *
 * Purge protection cannot be switched off and keeps the name of a deleted vault for the whole recovery period, so an
 * environment that was destroyed comes back within that time only under another name or by recovering the vault.
 */
export class KeyVault extends ComponentResource {
  readonly vaultId: Output<string>;

  constructor(
    name: string,
    private readonly props: KeyVaultProps,
    opts?: ComponentResourceOptions,
  ) {
    super('llmops-kit:azure:KeyVault', name, {}, opts);
    const { landingZone, vaultName } = props;
    const vault = new Vault(
      `${name}-vault`,
      {
        vaultName,
        resourceGroupName: landingZone.resourceGroupName,
        location: landingZone.location,
        properties: {
          tenantId: props.tenantId,
          sku: { family: 'A', name: 'standard' },
          enableRbacAuthorization: true,
          enableSoftDelete: true,
          enablePurgeProtection: true,
          softDeleteRetentionInDays: props.softDeleteRetentionInDays,
          publicNetworkAccess: 'Disabled',
          // The ML workspace reads its connection secrets through this exception; nobody else is let past the firewall.
          networkAcls: { defaultAction: 'Deny', bypass: 'AzureServices', ipRules: [], virtualNetworkRules: [] },
        },
      },
      { parent: this, ...dataOptions(landingZone.dataRetention) },
    );
    new PrivateEndpoint(
      `${name}-private`,
      {
        privateEndpointName: `${vaultName}-pe`,
        privateLinkServiceId: vault.id,
        groupId: 'vault',
        privateDnsZones: [keyVaultZone],
        landingZone,
      },
      { parent: this },
    );
    sendDiagnostics(name, { resourceUri: vault.id, workspaceId: landingZone.logAnalyticsWorkspaceId }, this);
    lockData(name, vault, landingZone.dataRetention, this);
    this.vaultId = vault.id;
    this.registerOutputs({});
  }

  /** Lets a principal read the values of secrets, not list vaults, keys or certificates. */
  grantSecretsUse(name: string, principal: Principal): void {
    grantRole(
      name,
      {
        role: 'Key Vault Secrets User',
        principal,
        scope: this.vaultId,
        scopeName: `Microsoft.KeyVault/vaults/${this.props.vaultName}`,
        subscription: this.props.landingZone.subscription,
      },
      this,
    );
  }
}
