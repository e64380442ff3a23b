import type { RoleAssignment } from '@pulumi/azure-native/authorization';
import type { RegistryArgs } from '@pulumi/azure-native/containerregistry';
import { Registry, Replication } from '@pulumi/azure-native/containerregistry';
import type { ComponentResourceOptions, Output } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { GrantTarget, Principal } from '../identity/role-assignment';
import { grantRole } from '../identity/role-assignment';
import type { Imported } from '../landing-zone/imported-resource';
import { importResource } from '../landing-zone/imported-resource';
import type { LandingZone } from '../landing-zone/landing-zone';
import { containerRegistryZone } from '../network/private-dns-zones';
import { PrivateEndpoint } from '../network/private-endpoint';
import { sendDiagnostics } from '../observability/diagnostic-setting';
import type { ResourceMetrics } from '../observability/resource-metrics';
import { metricsOf } from '../observability/resource-metrics';
import { defaultName } from '../props/default-name';
import { dataOptions } from '../retention/data-retention';

/** Props of a {@link ContainerRegistry}. */
export interface ContainerRegistryProps {
  /** Name of the registry, unique in Azure. @default - a name that follows from the component and its place */
  readonly registryName?: string;
  /** Only Premium has private endpoints. @default 'Premium' */
  readonly skuName?: 'Premium';
  /** Whether images survive the loss of a zone. It is final once the registry exists. @default 'Enabled' */
  readonly zoneRedundancy?: 'Enabled' | 'Disabled';
  /** Whether the registry takes tokens that are made for Azure Resource Manager. A managed identity pulls with one. @default 'enabled' */
  readonly armAudienceTokens?: 'enabled' | 'disabled';
  /** A second location that gets every image. @default - none */
  readonly replica?: { readonly location: string; readonly zoneRedundancy: 'Enabled' | 'Disabled' };
  readonly landingZone: LandingZone;
}

/**
 * A private registry for serving images.
 *
 * Creates the registry, its private endpoint and its diagnostic setting. The admin user, anonymous pull, export and
 * public access are disabled. Billed per day for the Premium tier and
 * each location, plus storage above its allowance.
 *
 * Untagged manifests are kept: endpoints name their image by digest, and the registry's retention policy would delete an
 * image that still serves when its tag moves to another image.
 *
 * @throws CodedError `MissingPrivateDnsZone`
 */
export class ContainerRegistry extends ComponentResource {
  /** One that another program or team made, by its resource id. @throws CodedError `InvalidProps` */
  static fromRegistryId(
    name: string,
    registryId: string,
    opts?: ComponentResourceOptions,
  ): Imported<ContainerRegistryGrants> {
    const grantsOf = (target: GrantTarget): ContainerRegistryGrants => new ContainerRegistryGrants(target);
    return importResource(name, { type: 'Microsoft.ContainerRegistry/registries', id: registryId, grantsOf }, opts);
  }

  /** Resource id. */
  readonly registryId: Output<string>;
  readonly registryName: Output<string>;
  /** Host of the registry, for the names of its images. */
  readonly loginServer: string;
  readonly grants: ContainerRegistryGrants;
  readonly metrics: ResourceMetrics;

  constructor(name: string, props: ContainerRegistryProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:ContainerRegistry', name, {}, opts);
    const { landingZone, registryName = defaultName('containerRegistry', name, landingZone) } = props;
    const registry = new Registry(
      `${name}-registry`,
      {
        registryName,
        resourceGroupName: landingZone.resourceGroupName,
        location: landingZone.location,
        sku: { name: props.skuName ?? 'Premium' },
        ...encryptionOf(landingZone),
        zoneRedundancy: props.zoneRedundancy ?? 'Enabled',
        adminUserEnabled: false,
        anonymousPullEnabled: false,
        dataEndpointEnabled: true,
        publicNetworkAccess: 'Disabled',
        networkRuleSet: { defaultAction: 'Deny', ipRules: [] },
        networkRuleBypassOptions: 'AzureServices',
        policies: {
          exportPolicy: { status: 'disabled' },
          azureADAuthenticationAsArmPolicy: { status: props.armAudienceTokens ?? 'enabled' },
          retentionPolicy: { status: 'disabled' },
        },
      },
      { parent: this, ...dataOptions(landingZone.dataRetention) },
    );
    const replicas = this.replicate(name, registry, props);
    new PrivateEndpoint(
      `${name}-private`,
      {
        privateEndpointName: `${registryName}-pe`,
        privateLinkServiceId: registry.id,
        groupId: 'registry',
        privateDnsZones: [containerRegistryZone],
        landingZone,
      },
      // The endpoint has an address for the data of each location.
      { parent: this, dependsOn: [...replicas] },
    );
    sendDiagnostics(
      name,
      {
        resourceUri: registry.id,
        resourceType: 'Microsoft.ContainerRegistry/registries',
        workspaceId: landingZone.logAnalyticsWorkspaceId,
      },
      this,
    );
    this.registryId = registry.id;
    this.registryName = registry.name;
    this.loginServer = `${registryName}.azurecr.io`;
    const target = {
      scope: registry.id,
      scopeName: `Microsoft.ContainerRegistry/registries/${registryName}`,
      subscription: landingZone.subscription,
      component: this,
    };
    this.grants = new ContainerRegistryGrants(target);
    this.metrics = metricsOf(target, landingZone);
    this.registerOutputs({});
  }

  /** An image of the registry. @param image - `repository@sha256:…` without the host */
  imageUri(image: string): string {
    return `${this.loginServer}/${image}`;
  }

  private replicate(
    name: string,
    registry: Registry,
    { replica, landingZone }: ContainerRegistryProps,
  ): readonly Replication[] {
    if (replica === undefined) return [];
    return [
      new Replication(
        `${name}-${replica.location}`,
        {
          replicationName: replica.location,
          registryName: registry.name,
          resourceGroupName: landingZone.resourceGroupName,
          location: replica.location,
          zoneRedundancy: replica.zoneRedundancy,
          regionEndpointEnabled: true,
        },
        { parent: this },
      ),
    ];
  }
}

/** A registry takes a key only when it is created. */
function encryptionOf({ customerKey }: LandingZone): Pick<RegistryArgs, 'identity' | 'encryption'> {
  if (customerKey === undefined) return {};
  const { keyUri, identityId, identityClientId } = customerKey;
  return {
    identity: { type: 'UserAssigned', userAssignedIdentities: { [identityId]: {} } },
    encryption: { status: 'enabled', keyVaultProperties: { identity: identityClientId, keyIdentifier: keyUri } },
  };
}

/** Roles that identities can get on a container registry. */
export class ContainerRegistryGrants {
  constructor(private readonly target: GrantTarget) {}

  /** Pull images. */
  pull(name: string, principal: Principal): RoleAssignment {
    return grantRole(name, 'AcrPull', principal, this.target);
  }

  /** Push and pull images. */
  push(name: string, principal: Principal): RoleAssignment {
    return grantRole(name, 'AcrPush', principal, this.target);
  }

  /** Import images from another registry, by way of the control plane: from any network. Pushing does not include it. */
  import(name: string, principal: Principal): RoleAssignment {
    return grantRole(name, 'Container Registry Data Importer and Data Reader', principal, this.target);
  }
}
