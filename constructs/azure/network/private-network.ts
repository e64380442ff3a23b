import { NetworkSecurityGroup, Subnet, VirtualNetwork, VirtualNetworkPeering } from '@pulumi/azure-native/network';
import type { ComponentResourceOptions, Input, Output } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { DataRetention } from '../../../lib/plan';
import { sendDiagnostics } from '../observability/diagnostic-setting';
import { declarePrivateZones } from './private-zones';

/** Props of a {@link PrivateNetwork}. */
export interface PrivateNetworkProps {
  readonly virtualNetworkName: string;
  /** Address range in CIDR notation. */
  readonly addressPrefix: string;
  /** Subnet for private endpoints; `cidr` lies in `addressPrefix`. */
  readonly privateEndpointSubnet: { readonly name: string; readonly cidr: string };
  /** Names of private DNS zones, for example `privatelink.openai.azure.com`. None where others have the zones. */
  readonly privateDnsZones: readonly string[];
  /** A hub to which the network is peered. Its owner adds the peering back. @default - no peering, and the DNS servers of Azure */
  readonly hub?: {
    readonly peeringName: string;
    /** Resource id of the hub's network. */
    readonly virtualNetworkId: string;
    /** Whether traffic to other networks goes through the gateway of the hub, whose peering must exist and allow it. */
    readonly useGateway: boolean;
    /** Addresses of DNS servers. Empty for those of Azure. */
    readonly dnsServers: readonly string[];
  };
  readonly resourceGroupName: Input<string>;
  /** Azure region. */
  readonly location: string;
  /** Resource id of the workspace that diagnostic settings write to. */
  readonly logAnalyticsWorkspaceId: Input<string>;
  /** Whether data that is reached over the network is kept: then the network is protected as the data is. */
  readonly dataRetention: DataRetention;
}

/** Private endpoints answer HTTPS from inside the network and open no connections. */
const securityRules = [
  { name: 'AllowHttpsFromVirtualNetwork', direction: 'Inbound', access: 'Allow', priority: 100, port: '443' },
  { name: 'DenyAllInbound', direction: 'Inbound', access: 'Deny', priority: 4096, port: '*' },
  { name: 'DenyAllOutbound', direction: 'Outbound', access: 'Deny', priority: 4096, port: '*' },
] as const;

/**
 * A virtual network without a connection to the internet.
 *
 * Creates the network with one subnet for private endpoints, its security group, the private DNS zones with their links,
 * and diagnostic settings. The security group admits HTTPS from the network and denies all other traffic. There is no
 * gateway or public address, and a peering to the given hub only: clients outside reach the platform through peering or VPN. The network is free;
 * each DNS zone is billed per month. Where data is retained, an update neither deletes nor replaces network and zones.
 */
export class PrivateNetwork extends ComponentResource {
  /** Resource id. */
  readonly virtualNetworkId: Output<string>;
  /** Resource id of the subnet for private endpoints. */
  readonly privateEndpointSubnetId: Output<string>;
  /** Resource id of each private DNS zone, by the zone's name. */
  readonly privateDnsZoneIds: Readonly<Record<string, Output<string>>>;

  constructor(name: string, props: PrivateNetworkProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:PrivateNetwork', name, {}, { ...opts, protect: props.dataRetention === 'retain' });
    const { resourceGroupName, location } = props;

    const network = new VirtualNetwork(
      `${name}-virtual-network`,
      {
        virtualNetworkName: props.virtualNetworkName,
        resourceGroupName,
        location,
        addressSpace: { addressPrefixes: [props.addressPrefix] },
        ...dnsServersOf(props),
      },
      // Subnets and peerings are resources of their own, and a peering may belong to another team.
      { parent: this, ignoreChanges: ['subnets', 'virtualNetworkPeerings'] },
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
        // With Azure's default, Disabled, private endpoints ignore the security group.
        privateEndpointNetworkPolicies: 'Enabled',
        defaultOutboundAccess: false,
      },
      { parent: this },
    );
    this.peer(name, network, props);
    this.diagnose(name, network, securityGroup, props);

    this.virtualNetworkId = network.id;
    this.privateEndpointSubnetId = subnet.id;
    this.privateDnsZoneIds = declarePrivateZones(
      name,
      {
        zones: props.privateDnsZones,
        linkName: props.virtualNetworkName,
        virtualNetworkId: network.id,
        resourceGroupName,
      },
      this,
    );
    this.registerOutputs({});
  }

  private peer(name: string, network: VirtualNetwork, { hub, resourceGroupName }: PrivateNetworkProps): void {
    if (hub === undefined) return;
    new VirtualNetworkPeering(
      `${name}-hub`,
      {
        virtualNetworkPeeringName: hub.peeringName,
        virtualNetworkName: network.name,
        resourceGroupName,
        remoteVirtualNetwork: { id: hub.virtualNetworkId },
        allowVirtualNetworkAccess: true,
        // Callers reach the network by way of the hub's firewall.
        allowForwardedTraffic: true,
        allowGatewayTransit: false,
        useRemoteGateways: hub.useGateway,
      },
      { parent: this },
    );
  }

  private diagnose(
    name: string,
    network: VirtualNetwork,
    securityGroup: NetworkSecurityGroup,
    { logAnalyticsWorkspaceId: workspaceId }: PrivateNetworkProps,
  ): void {
    sendDiagnostics(
      `${name}-virtual-network`,
      { resourceUri: network.id, resourceType: 'Microsoft.Network/virtualNetworks', workspaceId },
      this,
    );
    sendDiagnostics(
      `${name}-security-group`,
      { resourceUri: securityGroup.id, resourceType: 'Microsoft.Network/networkSecurityGroups', workspaceId },
      this,
    );
  }
}

function dnsServersOf({ hub }: PrivateNetworkProps) {
  return hub === undefined || hub.dnsServers.length === 0 ? {} : { dhcpOptions: { dnsServers: [...hub.dnsServers] } };
}
