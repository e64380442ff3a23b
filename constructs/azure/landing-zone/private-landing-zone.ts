import { ResourceGroup } from '@pulumi/azure-native/resources';
import type { ComponentResourceOptions, Output } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { DataRetention } from '../../../lib/plan';
import * as zones from '../network/private-dns-zones';
import { PrivateNetwork } from '../network/private-network';
import { LogAnalytics } from '../observability/log-analytics';
import type { LandingZone } from './landing-zone';

/** Props of a {@link PrivateLandingZone}. */
export interface PrivateLandingZoneProps {
  /** Subscription id (UUID). */
  readonly subscription: string;
  /** Azure region. */
  readonly location: string;
  /** Name of the resource group that is created. */
  readonly resourceGroup: string;
  /** Address range in CIDR notation, /16 to /24. Its first 256 addresses are for private endpoints. */
  readonly addressPrefix: string;
  /** Names of private DNS zones. @default - those of every component of the kit but Azure Monitor */
  readonly privateDnsZones?: readonly string[];
  /** Whether the zones of Azure Monitor are among them, which a `MonitorPrivateLink` needs. @default false */
  readonly privateMonitor?: boolean;
  /** Days that logs are kept. @default 365 */
  readonly logRetentionDays?: number;
  /** @default 'retain' */
  readonly dataRetention?: DataRetention;
}

const zonesOfComponents = [
  zones.keyVaultZone,
  zones.blobZone,
  zones.fileZone,
  zones.appConfigurationZone,
  zones.containerRegistryZone,
  zones.openaiZone,
  zones.searchZone,
  zones.mlApiZone,
  zones.mlNotebooksZone,
];

function zonesOf({ privateDnsZones = zonesOfComponents, privateMonitor = false }: PrivateLandingZoneProps) {
  return privateMonitor ? [...new Set([...privateDnsZones, ...zones.monitorZones])] : privateDnsZones;
}

/**
 * What every private component needs, where there is no landing zone yet: a resource group, logs, a network and its DNS zones.
 *
 * Creates all four. Give `landingZone` to the components. Where the company has a network, write a {@link LandingZone} of its
 * ids instead. Billed per DNS zone and month, and per GB of logs.
 *
 * @example
 * const { landingZone } = new PrivateLandingZone('zone', { subscription, location, resourceGroup, addressPrefix });
 * new SearchService('search', { landingZone });
 */
export class PrivateLandingZone extends ComponentResource {
  readonly landingZone: LandingZone;
  /** Resource id of the group, as a budget takes it. */
  readonly resourceGroupId: Output<string>;
  /** Resource id of the network. */
  readonly virtualNetworkId: Output<string>;

  constructor(name: string, props: PrivateLandingZoneProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:PrivateLandingZone', name, {}, opts);
    const { subscription, location, resourceGroup, addressPrefix, dataRetention = 'retain' } = props;
    const parent = { parent: this };
    const group = new ResourceGroup(`${name}-group`, { resourceGroupName: resourceGroup, location }, parent);
    const logs = new LogAnalytics(
      `${name}-logs`,
      {
        workspaceName: `log-${resourceGroup}`,
        retentionInDays: props.logRetentionDays ?? 365,
        resourceGroupName: group.name,
        location,
        dataRetention,
      },
      parent,
    );
    const network = new PrivateNetwork(
      `${name}-network`,
      {
        virtualNetworkName: `vnet-${resourceGroup}`,
        addressPrefix,
        privateEndpointSubnet: { name: 'snet-private-endpoints', cidr: addressPrefix.replace(/\/\d+$/, '/24') },
        privateDnsZones: zonesOf(props),
        resourceGroupName: group.name,
        location,
        logAnalyticsWorkspaceId: logs.workspaceId,
        dataRetention,
      },
      parent,
    );
    this.resourceGroupId = group.id;
    this.virtualNetworkId = network.virtualNetworkId;
    this.landingZone = {
      subscription,
      location,
      resourceGroupName: group.name,
      resourceGroup,
      privateEndpointSubnetId: network.privateEndpointSubnetId,
      privateDnsZoneIds: network.privateDnsZoneIds,
      logAnalyticsWorkspaceId: logs.workspaceId,
      dataRetention,
    };
    this.registerOutputs({});
  }
}
