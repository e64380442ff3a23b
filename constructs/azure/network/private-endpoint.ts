import { PrivateDnsZoneGroup, PrivateEndpoint as Endpoint } from '@pulumi/azure-native/network';
import type { ComponentResourceOptions, Input } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { LandingZone } from '../landing-zone/landing-zone';
import { privateDnsZoneId } from '../landing-zone/landing-zone';

export interface PrivateEndpointProps {
  readonly privateEndpointName: string;
  /** Resource the endpoint leads to. */
  readonly privateLinkServiceId: Input<string>;
  /** Part of the resource it leads to, for example `vault` or `blob`. */
  readonly groupId: string;
  /** Private DNS zones the endpoint's addresses are written to. */
  readonly privateDnsZones: readonly string[];
  readonly landingZone: LandingZone;
}

/**
 * One private endpoint and its one DNS zone group.
 *
 * Azure cannot move an endpoint to another subnet although the provider previews it as an update, so a changed subnet
 * replaces the endpoint. Costs an hourly fee per endpoint plus traffic.
 */
export class PrivateEndpoint extends ComponentResource {
  /** What to wait for before the service is reachable by its private address. */
  readonly zoneGroup: PrivateDnsZoneGroup;

  constructor(name: string, props: PrivateEndpointProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:PrivateEndpoint', name, {}, opts);
    const { landingZone, privateEndpointName, privateDnsZones } = props;
    const zones = privateDnsZones.map((zone) => ({
      name: zone.replaceAll('.', '-'),
      privateDnsZoneId: privateDnsZoneId(landingZone, zone),
    }));

    const endpoint = new Endpoint(
      `${name}-endpoint`,
      {
        privateEndpointName,
        resourceGroupName: landingZone.resourceGroupName,
        location: landingZone.location,
        subnet: { id: landingZone.privateEndpointSubnetId },
        privateLinkServiceConnections: [
          {
            name: privateEndpointName,
            groupIds: [props.groupId],
            privateLinkServiceId: props.privateLinkServiceId,
          },
        ],
      },
      { parent: this, replaceOnChanges: ['subnet'] },
    );

    this.zoneGroup = new PrivateDnsZoneGroup(
      `${name}-zone-group`,
      {
        privateDnsZoneGroupName: 'default',
        privateEndpointName: endpoint.name,
        resourceGroupName: landingZone.resourceGroupName,
        privateDnsZoneConfigs: zones,
      },
      { parent: this },
    );
    this.registerOutputs({});
  }
}
