import type { RoleAssignment } from '@pulumi/azure-native/authorization';
import { Vault } from '@pulumi/azure-native/keyvault';
import type { ComponentResourceOptions, Output } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { GrantTarget, Principal } from '../identity/role-assignment';
import { grantRole } from '../identity/role-assignment';
import type { Imported } from '../landing-zone/imported-resource';
import { importResource } from '../landing-zone/imported-resource';
import type { LandingZone } from '../landing-zone/landing-zone';
import { keyVaultZone } from '../network/private-dns-zones';
import { PrivateEndpoint } from '../network/private-endpoint';
import { sendDiagnostics } from '../observability/diagnostic-setting';
import type { ResourceMetrics } from '../observability/resource-metrics';
import { metricsOf } from '../observability/resource-metrics';
import { defaultName } from '../props/default-name';
import { dataOptions, lockData } from '../retention/data-retention';

/** Props of a {@link KeyVault}. */
export interface KeyVaultProps {
  /** Name of the vault, unique in Azure. @default - a name that follows from the component and its place */
  readonly vaultName?: string;
  /** Tenant id (UUID) that the vault authenticates against. */
  readonly tenantId: string;
  /** Days in which a deleted vault, key or secret can be recovered: 7 to 90. It is final once the vault exists. @default 90 */
  readonly softDeleteRetentionInDays?: number;
  readonly landingZone: LandingZone;
}

/**
 * A private key vault.
 *
 * Creates the vault, its private endpoint and its diagnostic setting, and a delete lock when data is retained. Access is
 * by role only, public access is disabled, and purge protection is on. Billed per operation, plus the private endpoint.
 *
 * Purge protection cannot be switched off, and the name of a deleted vault stays taken for the recovery period. A
 * destroyed environment therefore needs another vault name, or the vault must be recovered.
 *
 * @example
 * const vault = new KeyVault('vault', { tenantId, landingZone });
 * vault.grants.secretsUse('vault-workload', identity);
 * @throws CodedError `MissingPrivateDnsZone`
 */
export class KeyVault extends ComponentResource {
  /** One that another program or team made, by its resource id. @throws CodedError `InvalidProps` */
  static fromVaultId(name: string, vaultId: string, opts?: ComponentResourceOptions): Imported<KeyVaultGrants> {
    const grantsOf = (target: GrantTarget): KeyVaultGrants => new KeyVaultGrants(target);
    return importResource(name, { type: 'Microsoft.KeyVault/vaults', id: vaultId, grantsOf }, opts);
  }

  /** Resource id. */
  readonly vaultId: Output<string>;
  readonly vaultName: string;
  readonly grants: KeyVaultGrants;
  readonly metrics: ResourceMetrics;

  constructor(name: string, props: KeyVaultProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:KeyVault', name, {}, opts);
    const { landingZone, vaultName = defaultName('vault', name, landingZone) } = props;
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
          softDeleteRetentionInDays: props.softDeleteRetentionInDays ?? 90,
          publicNetworkAccess: 'Disabled',
          // The ML workspace reads its connection secrets through this exception of the firewall, which has no other rule.
          networkAcls: { defaultAction: 'Deny', bypass: 'AzureServices', ipRules: [], virtualNetworkRules: [] },
        },
      },
      {
        parent: this,
        // Final once the vault exists: an update with other days is refused.
        ignoreChanges: ['properties.softDeleteRetentionInDays'],
        ...dataOptions(landingZone.dataRetention),
      },
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
    sendDiagnostics(
      name,
      {
        resourceUri: vault.id,
        resourceType: 'Microsoft.KeyVault/vaults',
        workspaceId: landingZone.logAnalyticsWorkspaceId,
      },
      this,
    );
    lockData(name, vault, landingZone.dataRetention, this);
    this.vaultId = vault.id;
    this.vaultName = vaultName;
    const target = {
      scope: vault.id,
      scopeName: `Microsoft.KeyVault/vaults/${vaultName}`,
      subscription: landingZone.subscription,
      component: this,
    };
    this.grants = new KeyVaultGrants(target);
    this.metrics = metricsOf(target, landingZone);
    this.registerOutputs({});
  }

  /** Address of a secret without its version, so that whoever reads it follows a rotation. */
  secretUri(secret: string): string {
    return `https://${this.vaultName}.vault.azure.net/secrets/${secret}`;
  }
}

/** Roles that identities can get on a key vault. */
export class KeyVaultGrants {
  constructor(private readonly target: GrantTarget) {}

  /** Read the values of secrets. Keys, certificates and the vault itself stay closed. */
  secretsUse(name: string, principal: Principal): RoleAssignment {
    return grantRole(name, 'Key Vault Secrets User', principal, this.target);
  }
}
