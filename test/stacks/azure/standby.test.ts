import { settledPlan } from '../../helpers/azure-plan-fixture';
import { recordStage } from '../../helpers/azure-platform';
import { inputsOf, ofType } from '../../helpers/azure-recording';
import { at, listAt } from '../../helpers/json-path';

const plan = settledPlan('prod');

type Blobs = NonNullable<NonNullable<typeof plan.azure>['standby']>['blobs'];

const copied: Blobs = {
  accountName: 'stsupportprodstandby',
  sku: 'Standard_ZRS',
  containers: ['evaluation-reports'],
  commands: ['az storage account or-policy create'],
};

function withStandby(blobs: Blobs = copied) {
  const { azure } = plan;
  if (azure === undefined) throw new Error('no azure');
  const location = 'germanywestcentral';
  const standby = {
    location,
    images: { location, zoneRedundancy: 'Enabled' as const },
    models: { location, storageAccountType: 'Standard_ZRS' as const },
    blobs,
    replicated: [],
    notReplicated: [],
    serving: 'none' as const,
  };
  return { ...plan, azure: { ...azure, standby } };
}

test('both registries are in the second location, and nothing else is', async () => {
  const images = await recordStage(withStandby(), 'initialization');
  expect(inputsOf(images, 'containerregistry:Replication')).toMatchObject({ location: 'germanywestcentral' });
  const models = await recordStage(withStandby(), 'evaluation');
  const regions = listAt(inputsOf(models, 'machinelearningservices:Registry'), 'regionDetails');
  expect(regions.map((region) => at(region, 'location'))).toEqual(['swedencentral', 'germanywestcentral']);
  const elsewhere = images.registrations.filter(({ inputs }) => inputs['location'] === 'germanywestcentral');
  expect(elsewhere).toHaveLength(1);
});

test('a second account is ready for copies of the containers: versioned, private, without an endpoint', async () => {
  const recording = await recordStage(withStandby(), 'evaluation');
  expect(inputsOf(recording, 'storage:StorageAccount')).toMatchObject({
    accountName: 'stsupportprodstandby',
    location: 'germanywestcentral',
    sku: { name: 'Standard_ZRS' },
    publicNetworkAccess: 'Disabled',
    allowSharedKeyAccess: false,
  });
  expect(inputsOf(recording, 'storage:BlobServiceProperties')).toMatchObject({ isVersioningEnabled: true });
  const containers = ofType(recording, 'azure-native:storage:BlobContainer').map(
    ({ inputs }) => inputs['containerName'],
  );
  expect(containers).toEqual(['evaluation-reports', 'evaluation-reports']);
});

test('the first account keeps a change feed, which the copies are made from', async () => {
  const services = inputsOf(await recordStage(withStandby(), 'initialization'), 'storage:BlobServiceProperties');
  expect(services).toMatchObject({ isVersioningEnabled: true, changeFeed: { enabled: true } });
});

test('in paired locations the account itself is redundant, and there is no second one', async () => {
  const paired = withStandby({ redundancy: 'Standard_GZRS' });
  const initialization = await recordStage(paired, 'initialization');
  expect(inputsOf(initialization, 'storage:StorageAccount')).toMatchObject({ sku: { name: 'Standard_GZRS' } });
  expect(inputsOf(initialization, 'storage:BlobServiceProperties')).not.toHaveProperty('changeFeed');
  const evaluation = await recordStage(paired, 'evaluation');
  expect(ofType(evaluation, 'azure-native:storage:StorageAccount')).toEqual([]);
  // The registry of models has copies of its own.
  const regions = listAt(inputsOf(evaluation, 'machinelearningservices:Registry'), 'regionDetails');
  expect(at(regions[0], 'storageAccountDetails', 0, 'systemCreatedStorageAccount', 'storageAccountType')).toBe(
    plan.azure?.initialization.storage.sku,
  );
});

test('without a standby there is no copy', async () => {
  expect(ofType(await recordStage(plan, 'initialization'), 'azure-native:containerregistry:Replication')).toEqual([]);
});
