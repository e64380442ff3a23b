import { awsPlan } from '../../../helpers/plan';
import { awsPlatform, developmentEnvironment, productionEnvironment } from '../../../helpers/platform';

test('spreads development over two zones and production over three', () => {
  expect(awsPlan().foundation.network.availabilityZones.value).toEqual(['eu-central-1a', 'eu-central-1b']);
  expect(awsPlan({}, 'prod').foundation.network.availabilityZones.value).toHaveLength(3);
});

test('spreads production over two zones where a region has no third, and says so', () => {
  const environments = {
    dev: developmentEnvironment(),
    prod: productionEnvironment({ aws: { account: '333333333333', region: 'eu-south-2', cidr: '10.24.0.0/16' } }),
  };
  const { availabilityZones } = awsPlan({ environments, tuning: {} }, 'prod').foundation.network;
  expect(availabilityZones.value).toEqual(['eu-south-2a', 'eu-south-2b']);
  expect(availabilityZones.because[0]?.text).toContain('eu-south-2 has only 2');
});

test('opens private endpoints for what the platform uses and rejects the others by name', () => {
  const { interfaceEndpoints } = awsPlan().foundation.network;
  expect(interfaceEndpoints.value).toEqual([
    'bedrock-agent-runtime',
    'bedrock-runtime',
    'ecr.api',
    'ecr.dkr',
    'kms',
    'logs',
    'monitoring',
    'sagemaker.api',
    'sagemaker.runtime',
    'ssm',
    'sts',
  ]);
  const bare = awsPlan({
    ...awsPlatform(),
    models: {},
    endpoints: {},
    knowledge: {},
    registry: { models: [] },
    tuning: {},
  });
  expect(bare.foundation.network.interfaceEndpoints.value).toEqual(['kms', 'logs', 'ssm', 'sts']);
  expect(bare.foundation.network.interfaceEndpoints.rejected.map(({ value }) => value)).toEqual([
    'ecr.api, ecr.dkr',
    'monitoring, sagemaker.runtime',
    'sagemaker.api',
    'bedrock-runtime',
    'bedrock-agent-runtime',
  ]);
});
