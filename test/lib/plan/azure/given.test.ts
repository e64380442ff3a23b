import { settle } from '../../../../lib/plan';
import type { AzureTarget } from '../../../../lib/platform';
import { azurePlan } from '../../../helpers/plan';
import { azureTarget, developmentEnvironment, productionEnvironment } from '../../../helpers/platform';

const hub = '/subscriptions/00000000-0000-4000-8000-0000000000a1/resourceGroups/rg-hub';
const virtualNetworkId = `${hub}/providers/Microsoft.Network/virtualNetworks/vnet`;
const network = { virtualNetworkId, privateEndpointSubnetId: `${virtualNetworkId}/subnets/pe` };
const given: Partial<AzureTarget> = {
  logs: { workspaceId: `${hub}/providers/Microsoft.OperationalInsights/workspaces/log-hub` },
  keyVault: { id: `${hub}/providers/Microsoft.KeyVault/vaults/kv-hub` },
  registry: { id: `${hub}/providers/Microsoft.ContainerRegistry/registries/crhub` },
  mlRegistry: { id: `${hub}/providers/Microsoft.MachineLearningServices/registries/mlr-hub` },
  alerts: { actionGroupId: `${hub}/providers/Microsoft.Insights/actionGroups/ag-hub` },
};
const { tenant, subscription, location } = azureTarget;
const place = { tenant, subscription, location };

function planned(fields: Partial<AzureTarget>, environment: 'dev' | 'prod' = 'dev') {
  const azure = { ...place, ...fields };
  const environments = {
    dev: developmentEnvironment(environment === 'dev' ? { azure } : {}),
    prod: productionEnvironment(environment === 'prod' ? { azure } : {}),
  };
  return azurePlan({ environments }, environment);
}

const monitorZones = [
  'privatelink.agentsvc.azure-automation.net',
  'privatelink.monitor.azure.com',
  'privatelink.ods.opinsights.azure.com',
  'privatelink.oms.opinsights.azure.com',
];

test('a given network is pinned by its fields, and its monitor is left to its owner', () => {
  const plan = planned({ network }).initialization.network;
  expect(plan).toMatchObject({
    virtualNetworkId: {
      value: virtualNetworkId,
      because: [{ text: 'pinned by environments.dev.azure.network.virtualNetworkId' }],
    },
    privateEndpointSubnetId: { value: network.privateEndpointSubnetId },
  });
  expect(plan).not.toHaveProperty('cidr');
  expect(plan).not.toHaveProperty('dns');
  expect(plan.privateDnsZones.value.filter((zone) => monitorZones.includes(zone))).toEqual([]);
  expect(plan.privateDnsZones.because.at(-1)?.rule).toBe('network.one-monitor-scope');
  expect(planned({ cidr: '10.21.0.0/16' }).initialization.network.privateDnsZones.value).toEqual(
    expect.arrayContaining(monitorZones),
  );
});

test('zones of a hub have ids in its group; by policy the records are listed, and unknown names are said to be', () => {
  const zones = settle(planned({ cidr: '10.21.0.0/16', dns: { records: 'zones', zonesIn: hub } }));
  const { privateDnsZones, dnsZoneIds, dns } = zones.initialization.network;
  expect(dns).toBe('zones');
  expect(Object.keys(dnsZoneIds ?? {})).toEqual(privateDnsZones);
  expect(dnsZoneIds?.['privatelink.azconfig.io']).toBe(
    `${hub}/providers/Microsoft.Network/privateDnsZones/privatelink.azconfig.io`,
  );
  expect(zones).not.toHaveProperty('dnsRecords');

  const policy = settle(planned({ network, dns: { records: 'policy' } }));
  const { storage, containerRegistry } = policy.initialization;
  expect(policy.initialization.network).not.toHaveProperty('dnsZoneIds');
  expect(policy.dnsRecords).toEqual(
    expect.arrayContaining([
      { zone: 'privatelink.blob.core.windows.net', name: storage.accountName },
      { zone: 'privatelink.azurecr.io', name: `${containerRegistry.name}.${location}.data` },
      { zone: 'privatelink.api.azureml.ms' },
      { zone: 'privatelink.openai.azure.com', name: policy.deployment.account?.name },
      { zone: 'privatelink.search.windows.net', name: policy.deployment.search['handbook']?.serviceName },
    ]),
  );
  // Each zone of the plan has a record, and no record is in another zone.
  const listed = new Set(policy.dnsRecords?.map(({ zone }) => zone));
  expect([...listed].toSorted()).toEqual(policy.initialization.network.privateDnsZones);
});

test('given stores and registries have their ids, their names and no zone', () => {
  const plan = settle(planned({ network, dns: { records: 'policy' }, ...given }));
  const { keyVault, logAnalytics, containerRegistry } = plan.initialization;
  expect(keyVault).toMatchObject({ name: 'kv-hub', existingId: given.keyVault?.id });
  expect(logAnalytics).toMatchObject({ name: 'log-hub', existingId: given.logs?.workspaceId });
  expect(containerRegistry).toMatchObject({ name: 'crhub', existingId: given.registry?.id });
  expect(plan.evaluation).toMatchObject({ registryName: 'mlr-hub', existingRegistryId: given.mlRegistry?.id });
  const { privateDnsZones } = plan.initialization.network;
  expect(privateDnsZones).not.toContain('privatelink.vaultcore.azure.net');
  expect(privateDnsZones).not.toContain('privatelink.azurecr.io');
  expect([...new Set(plan.dnsRecords?.map(({ zone }) => zone))].toSorted()).toEqual(privateDnsZones);
  const { container, modelUri } = plan.deployment.endpoints['chat'] ?? {};
  expect(container?.imageUri).toMatch(/^crhub\.azurecr\.io\//);
  expect(modelUri).toMatch(/^azureml:\/\/registries\/mlr-hub\//);
});

test('alerts tell the given group, where there are alerts', () => {
  expect(planned({ network, ...given }, 'prod').deployment.alertContact?.existingId?.value).toBe(
    given.alerts?.actionGroupId,
  );
  expect(planned({ network, ...given }).deployment).not.toHaveProperty('alertContact');
});

test.each<[title: string, fields: Partial<AzureTarget>, needs: readonly string[]]>([
  ['nothing', { cidr: '10.21.0.0/16' }, []],
  ['a network', { network }, ['network.virtualNetworkId', 'network.privateEndpointSubnetId']],
  ['zones of a hub', { cidr: '10.21.0.0/16', dns: { records: 'zones', zonesIn: hub } }, ['dns.zonesIn']],
  [
    'everything, by policy',
    { network, dns: { records: 'policy' }, ...given },
    [
      'network.virtualNetworkId',
      'network.privateEndpointSubnetId',
      'dns.records',
      'logs.workspaceId',
      'keyVault.id',
      'registry.id',
      'mlRegistry.id',
    ],
  ],
])('%s: what the owner must see to', (_title, fields, needs) => {
  const found = settle(planned(fields)).givenNeeds ?? [];
  expect(found.map(({ field }) => field.replace('environments.dev.azure.', ''))).toEqual(needs);
});

test('roles on given registries are named with the identities of the environment', () => {
  const plan = settle(planned({ network, ...given }));
  const { runtime, ci } = plan.initialization.identities;
  const need = (field: string) => plan.givenNeeds?.find((it) => it.field.endsWith(field))?.need;
  expect(need('.registry.id')).toContain(`AcrPull for ${runtime}; AcrPush`);
  expect(need('.mlRegistry.id')).toContain(`AzureML Registry User for ${ci ?? ''}`);
});

test('a peering is named after the hub; its gateway is used only where the config says so', () => {
  const hubOf = (fields: object) => {
    const plan = planned({ cidr: '10.21.0.0/16', hub: { virtualNetworkId, ...fields } });
    const { network: own } = settle(plan).initialization;
    return { hub: 'hub' in own ? own.hub : undefined, need: settle(plan).givenNeeds?.[0]?.need };
  };
  expect(hubOf({}).hub).toEqual({ peeringName: 'to-vnet', virtualNetworkId, useGateway: false, dnsServers: [] });
  expect(hubOf({}).need).not.toContain('gateway transit');
  const used = hubOf({ useGateway: true });
  expect(used.hub?.useGateway).toBe(true);
  expect(used.need).toContain('allows gateway transit and exists before the deployment');
  expect(planned({ cidr: '10.21.0.0/16' }).initialization.network).not.toHaveProperty('hub');
});

test('a key is pinned with what it covers; what it cannot cover is named', () => {
  const encryption = {
    keyUri: 'https://kv-acme.vault.azure.net/keys/llm',
    identityId: `${hub}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-keys`,
    identityClientId: '00000000-0000-4000-8000-0000000000c1',
  };
  const plan = planned({ cidr: '10.21.0.0/16', encryption });
  const { covers } = plan.initialization.encryption ?? {};
  expect(settle(plan).initialization.encryption).toMatchObject(encryption);
  expect(covers?.value).toEqual(['storage account', 'hand-off store', 'container registry', 'Azure OpenAI account']);
  expect(covers?.rejected.map(({ value }) => value)).toEqual([
    'log workspace',
    'ML workspace and ML registry',
    'AI Search',
  ]);
  expect(settle(plan).givenNeeds?.map(({ field }) => field)).toEqual([
    'environments.dev.azure.encryption.keyUri',
    'environments.dev.azure.encryption.identityId',
  ]);
  const { covers: fewer } = settle(planned({ network, encryption, ...given })).initialization.encryption ?? {};
  expect(fewer).not.toContain('container registry');
  expect(planned({ cidr: '10.21.0.0/16' }).initialization).not.toHaveProperty('encryption');
});
