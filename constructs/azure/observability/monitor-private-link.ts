import { PrivateLinkScope, PrivateLinkScopedResource } from '@pulumi/azure-native/monitor';
import type { ComponentResourceOptions, Input, Output } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { LandingZone } from '../landing-zone/landing-zone';
import { monitorZones } from '../network/private-dns-zones';
import { PrivateEndpoint } from '../network/private-endpoint';

export interface MonitorPrivateLinkProps {
  readonly scopeName: string;
  /** Resource id of what becomes reachable, by a short stable name. */
  readonly resources: Readonly<Record<string, Input<string>>>;
  readonly landingZone: LandingZone;
}

/**
 * The private way to Azure Monitor: one scope, what is in it, and one private endpoint.
 *
 * Inside the network no other workspace can be reached, neither to read nor to write.
 */
export class MonitorPrivateLink extends ComponentResource {
  readonly scopeId: Output<string>;

  constructor(name: string, props: MonitorPrivateLinkProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:MonitorPrivateLink', name, {}, opts);
    const { scopeName, landingZone } = props;
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
    const members = Object.entries(props.resources).map(
      ([member, linkedResourceId]) =>
        new PrivateLinkScopedResource(
          `${name}-${member}`,
          { name: member, scopeName: scope.name, resourceGroupName, linkedResourceId },
          { parent: this },
        ),
    );
    new PrivateEndpoint(
      `${name}-private`,
      {
        privateEndpointName: `${scopeName}-pe`,
        privateLinkServiceId: scope.id,
        groupId: 'azuremonitor',
        privateDnsZones: monitorZones,
        landingZone,
      },
      // The endpoint's addresses follow the members; a change while it is created is refused.
      { parent: this, dependsOn: members },
    );
    this.scopeId = scope.id;
    this.registerOutputs({});
  }
}
