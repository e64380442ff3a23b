import { MlRegistry } from '../../../../constructs/azure/registry/ml-registry';
import type { Recording } from '../../../../lib/graph';
import {
  diagnosticsOf,
  inputsOf,
  landingZone,
  onlyOfType,
  privateAccess,
  reader,
  recordProgram,
  retentionOf,
  rolesOf,
} from '../../../helpers/azure-recording';
import { at, listAt } from '../../../helpers/json-path';

let recording: Recording;
beforeAll(async () => {
  recording = await recordProgram(() => {
    const registry = new MlRegistry('models', {
      registryName: 'mlr-example',
      storageAccountType: 'Standard_ZRS',
      landingZone: landingZone({ dataRetention: 'retain' }),
    });
    registry.grants.read('models-reader', reader);
    registry.grants.use('models-writer', reader);
  });
});

test('is private, in one region, with a storage account that has no public blobs', () => {
  expect(inputsOf(recording, 'machinelearningservices:Registry')).toMatchObject({
    registryName: 'mlr-example',
    location: 'swedencentral',
    identity: { type: 'SystemAssigned' },
    publicNetworkAccess: 'Disabled',
    regionDetails: [
      {
        location: 'swedencentral',
        acrDetails: [{ systemCreatedAcrAccount: { acrAccountSku: 'Premium' } }],
        storageAccountDetails: [
          {
            systemCreatedStorageAccount: {
              storageAccountType: 'Standard_ZRS',
              storageAccountHnsEnabled: false,
              allowBlobPublicAccess: false,
            },
          },
        ],
      },
    ],
  });
});

test('is reached privately and sends its logs', () => {
  expect(privateAccess(recording)).toEqual({
    name: 'mlr-example-pe',
    target: '${models-registry#id}',
    groupIds: ['amlregistry'],
    zones: ['/zones/privatelink.api.azureml.ms'],
  });
  expect(diagnosticsOf(recording)).toEqual([['${models-registry#id}', ['allLogs']]]);
});

test('lets one identity read its assets, and another write them', () => {
  const grant = { principalId: reader.principalId, scope: '${models-registry#id}' };
  expect(rolesOf(recording)).toEqual([
    { name: 'models-reader-registry-reader', role: 'registry reader', ...grant },
    { name: 'models-writer-azureml-registry-user', role: 'AzureML Registry User', ...grant },
  ]);
});

test('is protected when data is retained, and has an hour to be created', () => {
  expect(retentionOf(recording, 'machinelearningservices:Registry')).toEqual({
    protect: true,
    retainOnDelete: true,
    locked: [],
  });
  expect(onlyOfType(recording, 'azure-native:machinelearningservices:Registry').customTimeouts).toEqual({
    create: '1h',
    update: '1h',
  });
});

test('a second location has stores of its own', async () => {
  const replicated = await recordProgram(() => {
    new MlRegistry('models', {
      registryName: 'mlr-example',
      storageAccountType: 'Standard_ZRS',
      replica: { location: 'germanywestcentral', storageAccountType: 'Standard_LRS' },
      landingZone: landingZone(),
    });
  });
  const regions = listAt(inputsOf(replicated, 'machinelearningservices:Registry'), 'regionDetails');
  expect(regions.map((region) => at(region, 'location'))).toEqual(['swedencentral', 'germanywestcentral']);
  const types = regions.map((region) =>
    at(region, 'storageAccountDetails', 0, 'systemCreatedStorageAccount', 'storageAccountType'),
  );
  expect(types).toEqual(['Standard_ZRS', 'Standard_LRS']);
});
