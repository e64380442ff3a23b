import { PrivateZone, VirtualNetworkLink } from '@pulumi/azure-native/privatedns';
import type { ComponentResource, Input, Output } from '@pulumi/pulumi';

/** What {@link declarePrivateZones} declares. */
export interface PrivateZones {
  /** Names of the zones. */
  readonly zones: readonly string[];
  /** Name of the link of each zone. */
  readonly linkName: string;
  /** Resource id of the network that resolves the zones. */
  readonly virtualNetworkId: Input<string>;
  readonly resourceGroupName: Input<string>;
}

/** Declares private DNS zones, each linked to a network. Returns their resource ids by name. */
export function declarePrivateZones(
  name: string,
  { zones, linkName, virtualNetworkId, resourceGroupName }: PrivateZones,
  parent: ComponentResource,
): Readonly<Record<string, Output<string>>> {
  return Object.fromEntries(
    zones.map((zone) => {
      const privateZone = new PrivateZone(
        `${name}-${zone}`,
        { privateZoneName: zone, resourceGroupName, location: 'global' },
        { parent },
      );
      new VirtualNetworkLink(
        `${name}-${zone}-link`,
        {
          virtualNetworkLinkName: linkName,
          privateZoneName: privateZone.name,
          resourceGroupName,
          location: 'global',
          virtualNetwork: { id: virtualNetworkId },
          // Registration is for the names of virtual machines.
          registrationEnabled: false,
        },
        { parent },
      );
      return [zone, privateZone.id];
    }),
  );
}
