import { settledPlan } from '../../helpers/azure-plan-fixture';
import { recordStage } from '../../helpers/azure-platform';
import { inputsOf, ofType } from '../../helpers/azure-recording';
import { at, listAt } from '../../helpers/json-path';

const plan = settledPlan('prod');

function withStandby() {
  const { azure } = plan;
  if (azure === undefined) throw new Error('no azure');
  const location = 'germanywestcentral';
  const standby = {
    location,
    images: { location, zoneRedundancy: 'Enabled' as const },
    models: { location, storageAccountType: 'Standard_ZRS' as const },
    replicated: ['images of the container registry', 'models of the ML registry'],
    notReplicated: [],
    serving: 'zero' as const,
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

test('without a standby there is no copy', async () => {
  expect(ofType(await recordStage(plan, 'initialization'), 'azure-native:containerregistry:Replication')).toEqual([]);
});
