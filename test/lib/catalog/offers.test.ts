import { catalog } from '../../../lib/catalog';
import { awsOffers } from '../../../lib/catalog/aws-offers';
import { withVariants } from '../../../lib/catalog/model-variants';
import { awsInstances } from '../../../lib/catalog/rows/aws-instances';
import { model } from '../../helpers/sizing';

const fact = { source: 'a list', asOf: '2026-11-01' } as const;

test('a price outside us-east-1 is the published one times the ratio of the region, and is estimated', () => {
  const row = awsInstances.find(({ instanceType }) => instanceType === 'g6e.xlarge');
  const ratios = [
    { region: 'us-east-1', ratio: 1, ...fact },
    { region: 'eu-central-1', ratio: 1.25, ...fact },
  ];
  const facts = { regions: ['us-east-1', 'eu-central-1'], ratios, families: [] };
  const [here, there] = row === undefined ? [] : awsOffers([row], facts);
  expect([here?.usdPerHour, here?.priceStatus, here?.localNvme]).toEqual([row?.usdPerHour, 'published', true]);
  expect(there).toMatchObject({ region: 'eu-central-1', priceStatus: 'estimated', confidence: 'medium' });
  expect(there?.usdPerHour).toBeCloseTo((row?.usdPerHour ?? 0) * 1.25, 4);
  expect(there?.source).toContain('us-east-1 x 1.25 for eu-central-1, a list');
});

const offersOf = (service: string, instanceType: string) =>
  new Map(
    catalog.instances
      .filter((row) => row.service === service && row.instanceType === instanceType)
      .map((row) => [row.region, [row.priceStatus, row.availability]]),
  );

test('every AWS region can be planned: without a ratio its prices are missing', () => {
  const regions = catalog.regions.flatMap(({ cloud, id }) => (cloud === 'aws' ? [id] : []));
  const offers = offersOf('sagemaker', 'ml.g6e.12xlarge');
  expect([...offers.keys()]).toEqual(regions);
  expect(offers.get('eu-west-1')).toEqual(['estimated', 'unknown']);
  expect(offers.get('ap-southeast-1')).toEqual(['estimated', 'unknown']);
  expect(offers.get('eu-south-2')).toEqual(['missing', 'unknown']);
});

test('a region has a type where a list says so, and is not assumed to sell what us-east-1 sells', () => {
  expect(offersOf('ec2', 'g6e.12xlarge').get('eu-central-1')).toEqual(['estimated', undefined]);
  expect(offersOf('ec2', 'g6e.12xlarge').get('eu-west-1')).toEqual(['estimated', 'unknown']);
  expect(offersOf('ec2', 'g5.12xlarge').get('eu-west-1')).toEqual(['estimated', undefined]);
  expect(offersOf('sagemaker', 'ml.p6-b200.48xlarge').get('eu-central-1')?.[1]).toBe('unknown');
  expect(offersOf('sagemaker', 'ml.g6e.12xlarge').get('us-east-1')?.[1]).toBeUndefined();
});

test('an Azure size is offered as a machine, and as a managed endpoint where the service accepts it', () => {
  const services = (size: string) =>
    new Set(catalog.instances.filter((row) => row.instanceType === size).map((row) => row.service));
  expect([...services('Standard_NC24ads_A100_v4')].sort()).toEqual(['azure-ml', 'azure-vm']);
  expect([...services('Standard_NC128ds_xl_RTXPRO6000BSE_v6')]).toEqual(['azure-vm']);
});

test('a variant has the size of its base in the same format only, and the context of its row', () => {
  const base = model('meta-llama/Llama-3.1-8B-Instruct');
  const [, plain, quantised, sized] = withVariants(
    [base],
    [
      { id: 'a', base: base.id, maxContext: 8192 },
      { id: 'b', base: base.id, publishedDtype: 'fp8' },
      { id: 'c', base: base.id, publishedDtype: 'fp8', checkpointGiB: 8 },
    ],
  );
  expect([plain?.checkpointGiB, plain?.maxContext]).toEqual([base.checkpointGiB, 8192]);
  expect([quantised?.checkpointGiB, quantised?.publishedDtype, quantised?.maxContext]).toEqual([
    undefined,
    'fp8',
    base.maxContext,
  ]);
  expect(sized?.checkpointGiB).toBe(8);
});
