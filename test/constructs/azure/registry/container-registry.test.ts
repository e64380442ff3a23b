import { ContainerRegistry } from '../../../../constructs/azure/registry/container-registry';
import type { Recording } from '../../../../lib/graph';
import {
  diagnosticsOf,
  inputsOf,
  landingZone,
  ofType,
  onlyOfType,
  privateAccess,
  reader,
  recordProgram,
  retentionOf,
  rolesOf,
  waitsFor,
} from '../../../helpers/azure-recording';

let recording: Recording;
beforeAll(async () => {
  recording = await recordProgram(() => {
    const registry = new ContainerRegistry('images', {
      registryName: 'crexample',
      skuName: 'Premium',
      zoneRedundancy: 'Enabled',
      armAudienceTokens: 'enabled',
      landingZone: landingZone({ dataRetention: 'retain' }),
    });
    registry.grants.pull('images-reader', reader);
  });
});

test('has no admin user, anonymous pull, export or public access', () => {
  expect(inputsOf(recording, 'containerregistry:Registry')).toMatchObject({
    registryName: 'crexample',
    sku: { name: 'Premium' },
    zoneRedundancy: 'Enabled',
    adminUserEnabled: false,
    anonymousPullEnabled: false,
    publicNetworkAccess: 'Disabled',
    networkRuleSet: { defaultAction: 'Deny', ipRules: [] },
    policies: {
      exportPolicy: { status: 'disabled' },
      azureADAuthenticationAsArmPolicy: { status: 'enabled' },
    },
  });
});

test('keeps untagged manifests, which an endpoint may name by digest', () => {
  expect(inputsOf(recording, 'containerregistry:Registry')).toMatchObject({
    policies: { retentionPolicy: { status: 'disabled' } },
  });
});

test('is reached privately and sends its logs', () => {
  expect(privateAccess(recording)).toEqual({
    name: 'crexample-pe',
    target: '${images-registry#id}',
    groupIds: ['registry'],
    zones: ['/zones/privatelink.azurecr.io'],
  });
  expect(diagnosticsOf(recording)).toEqual([['${images-registry#id}', ['allLogs']]]);
});

test('lets an identity pull and not push', () => {
  expect(rolesOf(recording)).toEqual([
    {
      name: 'images-reader-acrpull',
      role: 'AcrPull',
      principalId: reader.principalId,
      scope: '${images-registry#id}',
    },
  ]);
});

test('is protected when data is retained', () => {
  expect(retentionOf(recording, 'containerregistry:Registry')).toEqual({
    protect: true,
    retainOnDelete: true,
    locked: [],
  });
});

test('a second location gets the images before the private endpoint is made', async () => {
  const replicated = await recordProgram(() => {
    new ContainerRegistry('images', {
      registryName: 'crexample',
      skuName: 'Premium',
      zoneRedundancy: 'Enabled',
      armAudienceTokens: 'enabled',
      replica: { location: 'germanywestcentral', zoneRedundancy: 'Disabled' },
      landingZone: landingZone(),
    });
  });
  expect(inputsOf(replicated, 'containerregistry:Replication')).toEqual({
    replicationName: 'germanywestcentral',
    registryName: 'crexample',
    resourceGroupName: 'rg-example',
    location: 'germanywestcentral',
    zoneRedundancy: 'Disabled',
    regionEndpointEnabled: true,
  });
  const [endpoint, replica] = ['network:PrivateEndpoint', 'containerregistry:Replication'].map((type) =>
    onlyOfType(replicated, `azure-native:${type}`),
  );
  if (endpoint === undefined || replica === undefined) throw new Error('not recorded');
  expect(waitsFor(replicated, endpoint, replica)).toBe(true);
  expect(ofType(recording, 'azure-native:containerregistry:Replication')).toEqual([]);
});
