import { Registry } from '@pulumi/azure-native/containerregistry';
import type { ComponentResourceOptions, CustomResource, Output } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { Principal } from '../identity/role-assignment';
import { grantRole } from '../identity/role-assignment';
import type { LandingZone } from '../landing-zone/landing-zone';
import { containerRegistryZone } from '../network/private-dns-zones';
import { PrivateEndpoint } from '../network/private-endpoint';
import { sendDiagnostics } from '../observability/diagnostic-setting';
import { dataOptions } from '../retention/data-retention';

export interface ContainerRegistryProps {
  readonly registryName: string;
  /** Only Premium has private endpoints. */
  readonly skuName: 'Premium';
  readonly landingZone: LandingZone;
}

/**
 * A private registry for serving images: no admin user, no anonymous pull, nothing exported.
 *
 * Untagged manifests are kept on purpose: endpoints name their image by digest, and the retention policy of the registry
 * would delete an image whose tag moved on while it still serves.
 */
export class ContainerRegistry extends ComponentResource {
  readonly registryId: Output<string>;

  constructor(
    name: string,
    private readonly props: ContainerRegistryProps,
    opts?: ComponentResourceOptions,
  ) {
    super('llmops-kit:azure:ContainerRegistry', name, {}, opts);
    const { landingZone, registryName } = props;
    const registry = new Registry(
      `${name}-registry`,
      {
        registryName,
        resourceGroupName: landingZone.resourceGroupName,
        location: landingZone.location,
        sku: { name: props.skuName },
        adminUserEnabled: false,
        anonymousPullEnabled: false,
        dataEndpointEnabled: true,
        publicNetworkAccess: 'Disabled',
        networkRuleSet: { defaultAction: 'Deny', ipRules: [] },
        networkRuleBypassOptions: 'AzureServices',
        policies: {
          exportPolicy: { status: 'disabled' },
          azureADAuthenticationAsArmPolicy: { status: 'disabled' },
          retentionPolicy: { status: 'disabled' },
        },
      },
      { parent: this, ...dataOptions(landingZone.dataRetention) },
    );
    new PrivateEndpoint(
      `${name}-private`,
      {
        privateEndpointName: `${registryName}-pe`,
        privateLinkServiceId: registry.id,
        groupId: 'registry',
        privateDnsZones: [containerRegistryZone],
        landingZone,
      },
      { parent: this },
    );
    sendDiagnostics(name, { resourceUri: registry.id, workspaceId: landingZone.logAnalyticsWorkspaceId }, this);
    this.registryId = registry.id;
    this.registerOutputs({});
  }

  /** Lets a principal pull images. */
  grantPull(name: string, principal: Principal): CustomResource {
    return grantRole(
      name,
      {
        role: 'AcrPull',
        principal,
        scope: this.registryId,
        scopeName: `Microsoft.ContainerRegistry/registries/${this.props.registryName}`,
        subscription: this.props.landingZone.subscription,
      },
      this,
    );
  }
}
