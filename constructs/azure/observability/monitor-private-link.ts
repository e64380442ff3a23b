import { PrivateLinkScope, PrivateLinkScopedResource } from '@pulumi/azure-native/monitor';
import type { ComponentResourceOptions, CustomResource, Input, Output } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { LandingZone } from '../landing-zone/landing-zone';
import { monitorZones } from '../network/private-dns-zones';
import { PrivateEndpoint } from '../network/private-endpoint';

/** Props of a {@link MonitorPrivateLink}. */
export interface MonitorPrivateLinkProps {
  /** @default - `ampls-` and the name of the component */
  readonly scopeName?: string;
  /** Resource ids of the workspaces and components that become reachable, by a short stable name. */
  readonly resources: Readonly<Record<string, Input<string>>>;
  readonly landingZone: LandingZone;
}

/**
 * Private access to Azure Monitor.
 *
 * Creates a private link scope with its members, one after another, and one private endpoint. Clients in the network can reach no other
 * workspace, neither to read nor to write. Billed as one private endpoint.
 *
 * @throws CodedError `MissingPrivateDnsZone`
 */
export class MonitorPrivateLink extends ComponentResource {
  /** Resource id of the scope. */
  readonly scopeId: Output<string>;

  constructor(name: string, props: MonitorPrivateLinkProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:MonitorPrivateLink', name, {}, opts);
    const { scopeName = `ampls-${name}`, landingZone } = props;
    const { resourceGroupName } = landingZone;
    const scope = new PrivateLinkScope(
      `${name}-scope`,
      {
        scopeName,
        resourceGroupName,
        location: 'global',
        accessModeSettings: { ingestionAccessMode: 'PrivateOnly', queryAccessMode: 'PrivateOnly' },
      },
      { parent: this },
    );
    const members = scopeMembers(name, props, scope, this);
    new PrivateEndpoint(
      `${name}-private`,
      {
        privateEndpointName: `${scopeName}-pe`,
        privateLinkServiceId: scope.id,
        groupId: 'azuremonitor',
        privateDnsZones: monitorZones,
        landingZone,
      },
      // The endpoint has an address for each member. Azure refuses a change of members while it creates the endpoint.
      { parent: this, dependsOn: [...members] },
    );
    this.scopeId = scope.id;
    this.registerOutputs({});
  }
}

/**
 * The members of a scope, each after the one before it: a scope refuses a change while it still takes in another member
 * (hashicorp/terraform-provider-azurerm#22236, read 2026-11-30). A further member joins the chain without changing the
 * others.
 */
function scopeMembers(
  name: string,
  { resources, landingZone }: MonitorPrivateLinkProps,
  scope: PrivateLinkScope,
  parent: ComponentResource,
): readonly CustomResource[] {
  const members: CustomResource[] = [];
  for (const [member, linkedResourceId] of Object.entries(resources).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    members.push(
      new PrivateLinkScopedResource(
        `${name}-${member}`,
        { name: member, scopeName: scope.name, resourceGroupName: landingZone.resourceGroupName, linkedResourceId },
        { parent, dependsOn: members.slice(-1) },
      ),
    );
  }
  return members;
}
