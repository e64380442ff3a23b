import { NetworkSecurityGroup, Subnet, VirtualNetwork } from '@pulumi/azure-native/network';
import { PrivateZone, VirtualNetworkLink } from '@pulumi/azure-native/privatedns';
import type { ComponentResourceOptions, Input, Output } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import { sendDiagnostics } from '../observability/diagnostic-setting';

export interface PrivateNetworkProps {
  readonly virtualNetworkName: string;
  /** Address range in CIDR notation. */
  readonly addressPrefix: string;
  readonly privateEndpointSubnet: { readonly name: string; readonly cidr: string };
  /** Names of private DNS zones, for example `privatelink.openai.azure.com`. */
  readonly privateDnsZones: readonly string[];
  readonly resourceGroupName: Input<string>;
  readonly location: string;
  readonly logAnalyticsWorkspaceId: Input<string>;
}

/** Private endpoints answer HTTPS from inside the network and never call out. */
const securityRules = [
  { name: 'AllowHttpsFromVirtualNetwork', direction: 'Inbound', access: 'Allow', priority: 100, port: '443' },
  { name: 'DenyAllInbound', direction: 'Inbound', access: 'Deny', priority: 4096, port: '*' },
  { name: 'DenyAllOutbound', direction: 'Outbound', access: 'Deny', priority: 4096, port: '*' },
] as const;

/**
 * A virtual network with one subnet for private endpoints and the private DNS zones that name them.
 *
 * There is no gateway, peering or public address in it: whoever must reach the platform joins the network by peering or
 * VPN.
 */
export class PrivateNetwork extends ComponentResource {
  readonly privateEndpointSubnetId: Output<string>;
  /** Resource id of each private DNS zone, by the zone's name. */
  readonly privateDnsZoneIds: Readonly<Record<string, Output<string>>>;

  constructor(name: string, props: PrivateNetworkProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:PrivateNetwork', name, {}, opts);
    const { resourceGroupName, location } = props;

    const network = new VirtualNetwork(
      `${name}-virtual-network`,
      {
        virtualNetworkName: props.virtualNetworkName,
        resourceGroupName,
        location,
        addressSpace: { addressPrefixes: [props.addressPrefix] },
      },
      { parent: this },
    );
    const securityGroup = new NetworkSecurityGroup(
      `${name}-security-group`,
      {
        networkSecurityGroupName: `${props.privateEndpointSubnet.name}-nsg`,
        resourceGroupName,
        location,
        securityRules: securityRules.map(({ port, ...rule }) => ({
          ...rule,
          protocol: port === '*' ? '*' : 'Tcp',
          sourceAddressPrefix: port === '*' ? '*' : 'VirtualNetwork',
          sourcePortRange: '*',
          destinationAddressPrefix: port === '*' ? '*' : 'VirtualNetwork',
          destinationPortRange: port,
        })),
      },
      { parent: this },
    );
    const subnet = new Subnet(
      `${name}-private-endpoint-subnet`,
      {
        subnetName: props.privateEndpointSubnet.name,
        virtualNetworkName: network.name,
        resourceGroupName,
        addressPrefix: props.privateEndpointSubnet.cidr,
        networkSecurityGroup: { id: securityGroup.id },
        // Disabled is Azure's default and would let private endpoints ignore the security group.
        privateEndpointNetworkPolicies: 'Enabled',
        defaultOutboundAccess: false,
      },
      { parent: this },
    );
    const workspaceId = props.logAnalyticsWorkspaceId;
    sendDiagnostics(`${name}-virtual-network`, { resourceUri: network.id, workspaceId }, this);
    sendDiagnostics(`${name}-security-group`, { resourceUri: securityGroup.id, workspaceId, metrics: false }, this);

    this.privateEndpointSubnetId = subnet.id;
    this.privateDnsZoneIds = Object.fromEntries(
      props.privateDnsZones.map((zone) => [zone, this.privateDnsZone(name, zone, network, props).id]),
    );
    this.registerOutputs({});
  }

  private privateDnsZone(name: string, zone: string, network: VirtualNetwork, props: PrivateNetworkProps): PrivateZone {
    const { resourceGroupName } = props;
    const privateZone = new PrivateZone(
      `${name}-${zone}`,
      { privateZoneName: zone, resourceGroupName, location: 'global' },
      { parent: this },
    );
    new VirtualNetworkLink(
      `${name}-${zone}-link`,
      {
        virtualNetworkLinkName: props.virtualNetworkName,
        privateZoneName: privateZone.name,
        resourceGroupName,
        location: 'global',
        virtualNetwork: { id: network.id },
        // Registration is for virtual machines' own names.
        registrationEnabled: false,
      },
      { parent: this },
    );
    return privateZone;
  }
}
