import type { ConfigurationStoreArgs } from '@pulumi/azure-native/appconfiguration';
import { ConfigurationStore } from '@pulumi/azure-native/appconfiguration';
import type { RoleAssignment } from '@pulumi/azure-native/authorization';
import type { ComponentResourceOptions, Output } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { GrantTarget, Principal } from '../identity/role-assignment';
import { grantRole } from '../identity/role-assignment';
import type { Imported } from '../landing-zone/imported-resource';
import { importResource } from '../landing-zone/imported-resource';
import type { LandingZone } from '../landing-zone/landing-zone';
import { appConfigurationZone } from '../network/private-dns-zones';
import { PrivateEndpoint } from '../network/private-endpoint';
import { sendDiagnostics } from '../observability/diagnostic-setting';
import type { ResourceMetrics } from '../observability/resource-metrics';
import { metricsOf } from '../observability/resource-metrics';
import { defaultName } from '../props/default-name';

/** Props of a {@link HandOffStore}. */
export interface HandOffStoreProps {
  /** Name of the store, unique in Azure. @default - a name that follows from the component and its place */
  readonly storeName?: string;
  /**
   * Whether the store answers outside of its private endpoint. A closed store can be written by a deployment only where
   * the tenant has a private link for Azure Resource Manager. @default 'Disabled'
   */
  readonly publicNetworkAccess?: 'Enabled' | 'Disabled';
  readonly landingZone: LandingZone;
}

/**
 * The store in which the stacks of an environment publish what only the cloud knows.
 *
 * Creates an App Configuration store, its private endpoint and its diagnostic setting. Access keys are disabled: who
 * deploys needs the role App Configuration Data Owner, because Azure Resource Manager passes each call on under the
 * caller's own identity. It holds nothing that an update cannot write again, so it is not protected. Billed per day.
 *
 * The name of a deleted store stays taken for a day, the shortest time of the service. Within it, Azure only recovers the
 * store, or its owner purges it.
 *
 * @throws CodedError `MissingPrivateDnsZone`
 */
export class HandOffStore extends ComponentResource {
  /** One that another program or team made, by its resource id. @throws CodedError `InvalidProps` */
  static fromStoreId(name: string, storeId: string, opts?: ComponentResourceOptions): Imported<HandOffStoreGrants> {
    const grantsOf = (target: GrantTarget): HandOffStoreGrants => new HandOffStoreGrants(target);
    return importResource(name, { type: storeType, id: storeId, grantsOf }, opts);
  }

  /** Resource id. */
  readonly storeId: Output<string>;
  readonly storeName: Output<string>;
  readonly grants: HandOffStoreGrants;
  readonly metrics: ResourceMetrics;

  constructor(name: string, props: HandOffStoreProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:HandOffStore', name, {}, opts);
    const { landingZone, publicNetworkAccess = 'Disabled' } = props;
    const storeName = props.storeName ?? defaultName('handOffs', name, landingZone);
    const closed = publicNetworkAccess === 'Disabled';
    const store = new ConfigurationStore(
      `${name}-store`,
      {
        configStoreName: storeName,
        resourceGroupName: landingZone.resourceGroupName,
        location: landingZone.location,
        sku: { name: 'standard' },
        ...encryptionOf(landingZone),
        disableLocalAuth: true,
        enablePurgeProtection: false,
        softDeleteRetentionInDays: 1,
        publicNetworkAccess,
        dataPlaneProxy: {
          authenticationMode: 'Pass-through',
          privateLinkDelegation: closed ? 'Enabled' : 'Disabled',
        },
      },
      { parent: this },
    );
    new PrivateEndpoint(
      `${name}-private`,
      {
        privateEndpointName: `${storeName}-pe`,
        privateLinkServiceId: store.id,
        groupId: 'configurationStores',
        privateDnsZones: [appConfigurationZone],
        landingZone,
      },
      { parent: this },
    );
    sendDiagnostics(
      name,
      {
        resourceUri: store.id,
        resourceType: 'Microsoft.AppConfiguration/configurationStores',
        workspaceId: landingZone.logAnalyticsWorkspaceId,
      },
      this,
    );
    this.storeId = store.id;
    this.storeName = store.name;
    const target = {
      scope: store.id,
      scopeName: `${storeType}/${storeName}`,
      subscription: landingZone.subscription,
      component: this,
    };
    this.grants = new HandOffStoreGrants(target);
    this.metrics = metricsOf(target, landingZone);
    this.registerOutputs({});
  }
}

function encryptionOf({ customerKey }: LandingZone): Pick<ConfigurationStoreArgs, 'identity' | 'encryption'> {
  if (customerKey === undefined) return {};
  const { keyUri, identityId, identityClientId } = customerKey;
  return {
    identity: { type: 'UserAssigned', userAssignedIdentities: [identityId] },
    encryption: { keyVaultProperties: { identityClientId, keyIdentifier: keyUri } },
  };
}

const storeType = 'Microsoft.AppConfiguration/configurationStores';

/** Roles that identities can get on a store of hand-offs. */
export class HandOffStoreGrants {
  constructor(private readonly target: GrantTarget) {}

  /** Read values. */
  read(name: string, principal: Principal): RoleAssignment {
    return grantRole(name, 'App Configuration Data Reader', principal, this.target);
  }

  /** Read, write and delete values. */
  readWrite(name: string, principal: Principal): RoleAssignment {
    return grantRole(name, 'App Configuration Data Owner', principal, this.target);
  }
}
