import type { Input } from '@pulumi/pulumi';
import type { DataRetention } from '../../../lib/plan';

/** Where a resource lands: what the environment's first stage made and every private resource needs. */
export interface LandingZone {
  /** Subscription id (UUID). */
  readonly subscription: string;
  readonly location: string;
  readonly resourceGroupName: Input<string>;
  /** Subnet the private endpoints get their addresses from. */
  readonly privateEndpointSubnetId: Input<string>;
  /** Resource id of each private DNS zone, by the zone's name. */
  readonly privateDnsZoneIds: Readonly<Record<string, Input<string>>>;
  /** Workspace the diagnostic settings write to. */
  readonly logAnalyticsWorkspaceId: Input<string>;
  readonly dataRetention: DataRetention;
}

/**
 * Resource id of a private DNS zone of the landing zone.
 *
 * Errors: throws when the zone is missing, because a private endpoint without its zone resolves to the public address,
 * which the service then refuses.
 */
export function privateDnsZoneId(zone: LandingZone, name: string): Input<string> {
  const id = zone.privateDnsZoneIds[name];
  if (id === undefined) {
    const known = Object.keys(zone.privateDnsZoneIds).toSorted().join(', ');
    throw new Error(`privateDnsZoneIds: expected the zone ${name}, got ${known}; add it to network.privateDnsZones`);
  }
  return id;
}
