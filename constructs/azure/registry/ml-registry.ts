import type { RoleAssignment } from '@pulumi/azure-native/authorization';
import type { RegistryArgs } from '@pulumi/azure-native/machinelearningservices';
import { Registry } from '@pulumi/azure-native/machinelearningservices';
import type { ComponentResourceOptions, Output } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { CustomRoleScope } from '../identity/custom-roles';
import { customRole } from '../identity/custom-roles';
import type { GrantTarget, Principal } from '../identity/role-assignment';
import { grantRole } from '../identity/role-assignment';
import type { Imported } from '../landing-zone/imported-resource';
import { importResource } from '../landing-zone/imported-resource';
import type { LandingZone } from '../landing-zone/landing-zone';
import { mlApiZone } from '../network/private-dns-zones';
import { PrivateEndpoint } from '../network/private-endpoint';
import { sendDiagnostics } from '../observability/diagnostic-setting';
import { defaultName } from '../props/default-name';
import { dataOptions } from '../retention/data-retention';

/** Props of an {@link MlRegistry}. */
export interface MlRegistryProps {
  /** Name of the registry, unique in its tenant. @default - a name that follows from the component and its place */
  readonly registryName?: string;
  /** Type of the storage account that the registry creates for its models. @default 'Standard_ZRS' */
  readonly storageAccountType?: string;
  /** A second location that gets every asset. @default - none */
  readonly replica?: { readonly location: string; readonly storageAccountType: string };
  readonly landingZone: LandingZone;
}

/**
 * The private Azure ML registry from which model versions are promoted, in one region or two.
 *
 * Creates the registry, its private endpoint and its diagnostic setting. Public access is disabled. The service creates a
 * storage account and a Premium container registry for it, which are billed.
 *
 * Model versions are not declared: a version is content that a pipeline uploads once, and Azure Resource Manager cannot
 * upload it. The pipeline uploads to the registry directly, because an asset of a workspace with private storage cannot
 * be shared into a registry.
 *
 * @throws CodedError `MissingPrivateDnsZone`
 */
export class MlRegistry extends ComponentResource {
  /**
   * One that another program or team made, by its resource id.
   *
   * @param roles - where the {@link CustomRoles} are that `grants.read` assigns
   * @throws CodedError `InvalidProps`
   */
  static fromRegistryId(
    name: string,
    registryId: string,
    roles: CustomRoleScope,
    opts?: ComponentResourceOptions,
  ): Omit<Imported<MlRegistryGrants>, 'metrics'> {
    const grantsOf = (target: GrantTarget): MlRegistryGrants => new MlRegistryGrants(target, roles);
    return importResource(
      name,
      { type: 'Microsoft.MachineLearningServices/registries', id: registryId, grantsOf },
      opts,
    );
  }

  /** Resource id. */
  readonly registryId: Output<string>;
  readonly registryName: string;
  readonly grants: MlRegistryGrants;

  constructor(name: string, props: MlRegistryProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:MlRegistry', name, {}, opts);
    const { landingZone, registryName = defaultName('mlRegistry', name, landingZone) } = props;
    const registry = new Registry(`${name}-registry`, registryArgs({ ...props, registryName }), {
      parent: this,
      customTimeouts: { create: '1h', update: '1h' },
      // Filled by the private endpoints, which are resources of their own.
      ignoreChanges: ['registryPrivateEndpointConnections'],
      ...dataOptions(landingZone.dataRetention),
    });
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
    sendDiagnostics(
      name,
      {
        resourceUri: registry.id,
        resourceType: 'Microsoft.MachineLearningServices/registries',
        workspaceId: landingZone.logAnalyticsWorkspaceId,
      },
      this,
    );
    this.registryId = registry.id;
    this.registryName = registryName;
    this.grants = new MlRegistryGrants(
      {
        scope: registry.id,
        scopeName: `Microsoft.MachineLearningServices/registries/${registryName}`,
        subscription: landingZone.subscription,
        component: this,
      },
      landingZone,
    );
    this.registerOutputs({});
  }

  /** A version of a model in the registry, as an endpoint takes it. */
  modelUri(model: string, version: number): string {
    return `azureml://registries/${this.registryName}/models/${model}/versions/${version}`;
  }
}

/** Roles that identities can get on an Azure ML registry. */
export class MlRegistryGrants {
  constructor(
    private readonly target: GrantTarget,
    private readonly roles: CustomRoleScope,
  ) {}

  /** Read assets. Needs the {@link CustomRoles} of the environment. */
  read(name: string, principal: Principal): RoleAssignment {
    return grantRole(name, customRole('registry reader', this.roles), principal, this.target);
  }

  /** Read, register and delete assets. */
  use(name: string, principal: Principal): RoleAssignment {
    return grantRole(name, 'AzureML Registry User', principal, this.target);
  }
}

function registryArgs({
  registryName,
  storageAccountType = 'Standard_ZRS',
  replica,
  landingZone,
}: MlRegistryProps & { readonly registryName: string }): RegistryArgs {
  const { location, resourceGroupName } = landingZone;
  return {
    registryName,
    resourceGroupName,
    location,
    identity: { type: 'SystemAssigned' },
    publicNetworkAccess: 'Disabled',
    regionDetails: [{ location, storageAccountType }, ...(replica === undefined ? [] : [replica])].map((region) => ({
      location: region.location,
      acrDetails: [{ systemCreatedAcrAccount: { acrAccountSku: 'Premium' } }],
      storageAccountDetails: [
        {
          systemCreatedStorageAccount: {
            storageAccountType: region.storageAccountType,
            storageAccountHnsEnabled: false,
            allowBlobPublicAccess: false,
          },
        },
      ],
    })),
  };
}
