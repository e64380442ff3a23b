import { azureIdName, firstSubnet, parseCidr } from '../../platform';
import type { AzureContext } from '../context';
import { azureName } from '../context';
import type { Decision } from '../decision';
import { decide, pinned } from '../decision';
import { azureKnowledge, azureOpenAiModels } from '../entries';
import type { AzureInitializationPlan, AzureOwnNetworkPlan } from './azure-plan';
import { monitorOnlyZones } from './dns-records';

/** The virtual network of an environment, new or of the company, and the DNS zones of its private endpoints. */
export function azureNetwork(context: AzureContext): AzureInitializationPlan['network'] {
  const { cidr = '', network } = context.target;
  const path = `environments.${context.key}.azure`;
  if (network !== undefined) {
    return {
      virtualNetworkId: pinned(network.virtualNetworkId, `${path}.network.virtualNetworkId`),
      privateEndpointSubnetId: pinned(network.privateEndpointSubnetId, `${path}.network.privateEndpointSubnetId`),
      ...names(context),
    };
  }
  return {
    name: azureName(context, 'azure-virtual-network'),
    cidr: pinned(cidr, `${path}.cidr`),
    privateEndpointSubnet: {
      name: decide('private-endpoints', 'network.subnet-name', 'one subnet per network, named after its content'),
      cidr: decide(
        privateEndpointRange(cidr),
        'network.private-endpoints',
        'the first /24 of the network: 251 addresses, and a platform has tens of private endpoints',
      ),
    },
    ...hub(context),
    ...names(context),
  };
}

function hub({ key, target }: AzureContext): Pick<AzureOwnNetworkPlan, 'hub'> {
  if (target.hub === undefined) return {};
  const { virtualNetworkId, useGateway, dnsServers } = target.hub;
  const path = `environments.${key}.azure.hub`;
  return {
    hub: {
      peeringName: decide(
        `to-${azureIdName(virtualNetworkId)}`,
        'network.peering-name',
        'named after the network at the other end, where its owner adds the peering back',
      ),
      virtualNetworkId: pinned(virtualNetworkId, `${path}.virtualNetworkId`),
      useGateway:
        useGateway === undefined
          ? decide(false, 'network.hub-gateway', 'Azure refuses it until the peering of the hub exists and allows it')
          : pinned(useGateway, `${path}.useGateway`),
      dnsServers:
        dnsServers === undefined
          ? decide([], 'network.dns-servers', 'the servers of Azure resolve zones that are linked to the network')
          : pinned(dnsServers, `${path}.dnsServers`),
    },
  };
}

function names(context: AzureContext): Pick<AzureOwnNetworkPlan, 'privateDnsZones' | 'dns' | 'dnsZoneIds'> {
  const { dns } = context.target;
  const privateDnsZones = privateDnsZonesOf(context);
  if (dns === undefined) return { privateDnsZones };
  const path = `environments.${context.key}.azure.dns`;
  const { records, zonesIn } = dns;
  return {
    privateDnsZones,
    dns: pinned(records, `${path}.records`),
    ...(zonesIn === undefined
      ? {}
      : {
          dnsZoneIds: pinned(
            Object.fromEntries(
              privateDnsZones.value.map((zone) => [
                zone,
                `${zonesIn}/providers/Microsoft.Network/privateDnsZones/${zone}`,
              ]),
            ),
            `${path}.zonesIn`,
          ),
        }),
  };
}

function privateEndpointRange(cidr: string): string {
  const range = parseCidr(cidr);
  return range === undefined ? cidr : firstSubnet(range, 24);
}

/** Zones of the services of every environment. Azure Monitor is one of them: telemetry may contain prompts. */
const commonZones = [
  'privatelink.agentsvc.azure-automation.net',
  'privatelink.api.azureml.ms',
  'privatelink.azconfig.io',
  'privatelink.azurecr.io',
  'privatelink.blob.core.windows.net',
  'privatelink.file.core.windows.net',
  'privatelink.monitor.azure.com',
  'privatelink.notebooks.azure.net',
  'privatelink.ods.opinsights.azure.com',
  'privatelink.oms.opinsights.azure.com',
  'privatelink.vaultcore.azure.net',
];

function privateDnsZonesOf(context: AzureContext): Decision<readonly string[]> {
  const openAi = azureOpenAiModels(context).length > 0;
  const search = azureKnowledge(context).length > 0;
  const { keyVault, registry } = context.target;
  const given = [
    ...(keyVault === undefined ? [] : ['privatelink.vaultcore.azure.net']),
    ...(registry === undefined ? [] : ['privatelink.azurecr.io']),
  ];
  // A scope of Azure Monitor answers for a whole network and all that share its zones, so it belongs to their owner.
  const monitor = context.target.network === undefined && context.target.dns === undefined;
  const uses = [
    [
      ...(registry === undefined ? ['registry'] : []),
      'storage',
      ...(keyVault === undefined ? ['vault'] : []),
      `hand-offs${monitor ? ', ML workspace and monitor' : ' and ML workspace'}`,
    ].join(', '),
    ...(openAi ? ['Azure OpenAI'] : []),
    ...(search ? ['AI Search'] : []),
  ];
  const zones = decide(
    [
      ...commonZones.filter((zone) => !given.includes(zone) && (monitor || !monitorOnlyZones.includes(zone))),
      ...(openAi ? ['privatelink.openai.azure.com'] : []),
      ...(search ? ['privatelink.search.windows.net'] : []),
    ].toSorted(),
    'network.dns-by-use',
    `zones of the private endpoints of ${uses.join(', ')}; a zone without a private endpoint would hide the public name`,
  );
  if (monitor) return zones;
  const text =
    'no private link scope of Azure Monitor: it answers for the whole network, and a second one in the same zones would take over the names of the first';
  return { ...zones, because: [...zones.because, { rule: 'network.one-monitor-scope', text }] };
}
