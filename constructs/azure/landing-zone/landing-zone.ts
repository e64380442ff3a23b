import type { Input } from '@pulumi/pulumi';
import { CodedError } from '../../../lib/messages';
import type { DataRetention } from '../../../lib/plan';
import type { CustomerKey } from '../encryption/customer-key';

/** What the initialization stage of an environment creates and every private resource needs. */
export interface LandingZone {
  /** Subscription id (UUID). */
  readonly subscription: string;
  /** Azure region. */
  readonly location: string;
  readonly resourceGroupName: Input<string>;
  /** The same name as text that is known before deployment. */
  readonly resourceGroup: string;
  /** Resource id of the subnet for private endpoints. */
  readonly privateEndpointSubnetId: Input<string>;
  /** Resource id of each private DNS zone, by the zone's name. */
  readonly privateDnsZoneIds: Readonly<Record<string, Input<string>>>;
  /** `policy`: a policy of the company registers private endpoints. @default - each gets a group of the zones above */
  readonly dns?: 'policy';
  /** Resource id of the workspace that diagnostic settings write to. */
  readonly logAnalyticsWorkspaceId: Input<string>;
  /** A key for stores, registry and Azure OpenAI account. @default - keys of Azure */
  readonly customerKey?: CustomerKey;
  /** What happens to data when a resource is deleted. */
  readonly dataRetention: DataRetention;
}

/**
 * Resource id of a private DNS zone of the landing zone.
 *
 * @param place - component that needs the zone, for the error
 * @throws CodedError `MissingPrivateDnsZone`: without its zone a private endpoint resolves to the public address, which
 * the service refuses
 */
export function privateDnsZoneId(place: string, landingZone: LandingZone, zone: string): Input<string> {
  const id = landingZone.privateDnsZoneIds[zone];
  if (id === undefined) {
    throw new CodedError('MissingPrivateDnsZone', {
      place: `${place}: landingZone.privateDnsZoneIds`,
      message: 'the private DNS zone of the service is missing',
      got: Object.keys(landingZone.privateDnsZoneIds).toSorted(),
      expected: `the zone ${zone}`,
      fix: `add ${zone} to network.privateDnsZones`,
    });
  }
  return id;
}
