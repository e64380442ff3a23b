import { Registry } from '@pulumi/azure-native/machinelearningservices';
import type { ComponentResourceOptions, CustomResource, Output } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { Principal } from '../identity/role-assignment';
import { grantRole } from '../identity/role-assignment';
import type { LandingZone } from '../landing-zone/landing-zone';
import { mlApiZone } from '../network/private-dns-zones';
import { PrivateEndpoint } from '../network/private-endpoint';
import { sendDiagnostics } from '../observability/diagnostic-setting';
import { dataOptions } from '../retention/data-retention';

export interface MlRegistryProps {
  readonly registryName: string;
  /** Storage the registry makes for its models, for example `Standard_ZRS`. */
  readonly storageAccountType: string;
  readonly landingZone: LandingZone;
}

/**
 * The private registry model versions are promoted from. It lies in one region.
 *
 * Registering a model version is not declared here: a version is content that a pipeline uploads once and never changes,
 * and Azure Resource Manager cannot upload it. The pipeline uploads to the registry itself: an asset of the workspace
 * cannot be shared into a registry while the workspace's storage is private.
 */
export class MlRegistry extends ComponentResource {
  readonly registryId: Output<string>;

  constructor(
    name: string,
    private readonly props: MlRegistryProps,
    opts?: ComponentResourceOptions,
  ) {
    super('llmops-kit:azure:MlRegistry', name, {}, opts);
    const { landingZone, registryName } = props;
    const { location, resourceGroupName } = landingZone;
    const registry = new Registry(
      `${name}-registry`,
      {
        registryName,
        resourceGroupName,
        location,
        identity: { type: 'SystemAssigned' },
        publicNetworkAccess: 'Disabled',
        regionDetails: [
          {
            location,
            acrDetails: [{ systemCreatedAcrAccount: { acrAccountSku: 'Premium' } }],
            storageAccountDetails: [
              {
                systemCreatedStorageAccount: {
                  storageAccountType: props.storageAccountType,
                  storageAccountHnsEnabled: false,
                  allowBlobPublicAccess: false,
                },
              },
            ],
          },
        ],
      },
      { parent: this, customTimeouts: { create: '1h', update: '1h' }, ...dataOptions(landingZone.dataRetention) },
    );
    new PrivateEndpoint(
      `${name}-private`,
      {
        privateEndpointName: `${registryName}-pe`,
        privateLinkServiceId: registry.id,
        groupId: 'amlregistry',
        privateDnsZones: [mlApiZone],
        landingZone,
      },
      { parent: this },
    );
    sendDiagnostics(name, { resourceUri: registry.id, workspaceId: landingZone.logAnalyticsWorkspaceId }, this);
    this.registryId = registry.id;
    this.registerOutputs({});
  }

  /** Lets a principal read and register assets. */
  grantUse(name: string, principal: Principal): CustomResource {
    return grantRole(
      name,
      {
        role: 'AzureML Registry User',
        principal,
        scope: this.registryId,
        scopeName: `Microsoft.MachineLearningServices/registries/${this.props.registryName}`,
        subscription: this.props.landingZone.subscription,
      },
      this,
    );
  }
}
