import { firstSubnet, parseCidr } from '../../platform';
import type { AzureContext } from '../context';
import { azureName } from '../context';
import type { Decision } from '../decision';
import { decide, pinned } from '../decision';
import { azureKnowledge, azureOpenAiModels } from '../entries';
import type { AzureInitializationPlan } from './azure-plan';

/** The virtual network of an environment: a subnet for private endpoints and the DNS zones of their names. */
export function azureNetwork(context: AzureContext): AzureInitializationPlan['network'] {
  const { cidr } = context.target;
  return {
    name: azureName(context, 'azure-virtual-network'),
    cidr: pinned(cidr, `environments.${context.key}.azure.cidr`),
    privateEndpointSubnet: {
      name: decide('private-endpoints', 'network.subnet-name', 'one subnet per network, named after its content'),
      cidr: decide(
        privateEndpointRange(cidr),
        'network.private-endpoints',
        'the first /24 of the network: 251 addresses, and a platform has tens of private endpoints',
      ),
    },
    privateDnsZones: privateDnsZones(context),
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

function privateDnsZones(context: AzureContext): Decision<readonly string[]> {
  const openAi = azureOpenAiModels(context).length > 0;
  const search = azureKnowledge(context).length > 0;
  const uses = [
    'registry, storage, vault, hand-offs, ML workspace and monitor',
    ...(openAi ? ['Azure OpenAI'] : []),
    ...(search ? ['AI Search'] : []),
  ];
  return decide(
    [
      ...commonZones,
      ...(openAi ? ['privatelink.openai.azure.com'] : []),
      ...(search ? ['privatelink.search.windows.net'] : []),
    ].toSorted(),
    'network.dns-by-use',
    `zones of the private endpoints of ${uses.join(', ')}; a zone without a private endpoint would hide the public name`,
  );
}
