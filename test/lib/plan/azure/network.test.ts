import { azurePlan } from '../../../helpers/plan';
import { azureTarget, developmentEnvironment, platform } from '../../../helpers/platform';

test('puts private endpoints in the first /24 of the network, and in a /22 too', () => {
  const subnet = (cidr: string): string => {
    const environments = { dev: developmentEnvironment({ azure: { ...azureTarget, cidr } }) };
    const { network } = azurePlan({ environments }).initialization;
    return 'privateEndpointSubnet' in network ? network.privateEndpointSubnet.cidr.value : '';
  };
  expect([subnet('10.21.0.0/16'), subnet('172.16.4.0/22')]).toEqual(['10.21.0.0/24', '172.16.4.0/24']);
});

test('resolves privately what the platform uses and nothing else', () => {
  const { embed, chat } = platform().models;
  const common = [
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
  const zones = (plan: ReturnType<typeof azurePlan>): readonly string[] =>
    plan.initialization.network.privateDnsZones.value;
  const models = { ...(chat === undefined ? {} : { chat }), ...(embed === undefined ? {} : { embed }) };
  expect(zones(azurePlan({ models, knowledge: {} }))).toEqual(common);
  expect(zones(azurePlan())).toEqual(
    [...common, 'privatelink.openai.azure.com', 'privatelink.search.windows.net'].toSorted(),
  );
});
