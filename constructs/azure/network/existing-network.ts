import type { ComponentResourceOptions, Input, Output } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { DataRetention } from '../../../lib/plan';
import { declarePrivateZones } from './private-zones';

/** Props of an {@link ExistingNetwork}. */
export interface ExistingNetworkProps {
  /** Resource id of the virtual network. */
  readonly virtualNetworkId: Input<string>;
  /** Resource id of its subnet for private endpoints. */
  readonly privateEndpointSubnetId: Input<string>;
  /** Name of the link of each zone. @default - the name of the network, or of the component where that is not known */
  readonly linkName?: string;
  /** Private DNS zones that are created and linked to the network. None where others have the zones. */
  readonly privateDnsZones: readonly string[];
  readonly resourceGroupName: Input<string>;
  /** Whether data that is reached over the network is kept: then the zones are protected as the data is. */
  readonly dataRetention: DataRetention;
}

/**
 * A virtual network that exists already.
 *
 * Creates the given private DNS zones with their links, and nothing at all without any: settings, subnets and security groups
 * are left alone. Each zone is billed per month.
 */
export class ExistingNetwork extends ComponentResource {
  /** Resource id of the subnet for private endpoints. */
  readonly privateEndpointSubnetId: Input<string>;
  /** Resource id of each private DNS zone, by the zone's name. */
  readonly privateDnsZoneIds: Readonly<Record<string, Output<string>>>;

  constructor(name: string, props: ExistingNetworkProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:ExistingNetwork', name, {}, { ...opts, protect: props.dataRetention === 'retain' });
    const { virtualNetworkId, resourceGroupName } = props;
    const networkName = typeof virtualNetworkId === 'string' ? virtualNetworkId.split('/').at(-1) : undefined;
    this.privateEndpointSubnetId = props.privateEndpointSubnetId;
    this.privateDnsZoneIds = declarePrivateZones(
      name,
      {
        zones: props.privateDnsZones,
        linkName: props.linkName ?? networkName ?? name,
        virtualNetworkId,
        resourceGroupName,
      },
      this,
    );
    this.registerOutputs({});
  }
}
