import { PrivateDnsZoneGroup, PrivateEndpoint as Endpoint } from '@pulumi/azure-native/network';
import type { ComponentResourceOptions, CustomResource, Input, Output } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { LandingZone } from '../landing-zone/landing-zone';
import { privateDnsZoneId } from '../landing-zone/landing-zone';

/** Props of a {@link PrivateEndpoint}. */
export interface PrivateEndpointProps {
  readonly privateEndpointName: string;
  /** Resource id of the target. */
  readonly privateLinkServiceId: Input<string>;
  /** Subresource of the target, for example `vault` or `blob`. */
  readonly groupId: string;
  /** Names of the private DNS zones in which the endpoint's addresses are registered. */
  readonly privateDnsZones: readonly string[];
  readonly landingZone: LandingZone;
}

/**
 * A private address for one Azure resource.
 *
 * Creates a private endpoint in the landing zone's subnet and, unless a policy makes it, its DNS zone group. Billed per hour, plus traffic per GB.
 *
 * Azure cannot move an endpoint to another subnet, although the provider previews it as an update. A changed subnet
 * therefore replaces the endpoint.
 *
 * @throws CodedError `MissingPrivateDnsZone`
 */
export class PrivateEndpoint extends ComponentResource {
  /** Resource id. */
  readonly privateEndpointId: Output<string>;
  /**
   * The last resource of the endpoint. Unless a policy registers names, the service is reachable at its private address once this
   * exists.
   */
  readonly lastWrite: CustomResource;

  constructor(name: string, props: PrivateEndpointProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:PrivateEndpoint', name, {}, opts);
    const { landingZone, privateEndpointName } = props;
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
      // The service lists addresses until a zone group registers them.
      { parent: this, replaceOnChanges: ['subnet'], ignoreChanges: ['customDnsConfigs'] },
    );

    this.privateEndpointId = endpoint.id;
    this.lastWrite = landingZone.dns === 'policy' ? endpoint : this.register(name, endpoint, props);
    this.registerOutputs({});
  }

  private register(
    name: string,
    endpoint: Endpoint,
    { landingZone, privateDnsZones }: PrivateEndpointProps,
  ): PrivateDnsZoneGroup {
    return new PrivateDnsZoneGroup(
      `${name}-zone-group`,
      {
        privateDnsZoneGroupName: 'default',
        privateEndpointName: endpoint.name,
        resourceGroupName: landingZone.resourceGroupName,
        privateDnsZoneConfigs: privateDnsZones.map((zone) => ({
          name: zone.replaceAll('.', '-'),
          privateDnsZoneId: privateDnsZoneId(name, landingZone, zone),
        })),
      },
      { parent: this },
    );
  }
}
