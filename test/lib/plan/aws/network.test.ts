import { awsPlan } from '../../../helpers/plan';
import { awsPlatform, awsTarget, developmentEnvironment, productionEnvironment } from '../../../helpers/platform';

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
    'bedrock-agent',
    'bedrock-agent-runtime',
    'bedrock-runtime',
    'logs',
    'monitoring',
    's3vectors',
    'sagemaker.api',
    'sagemaker.runtime',
    'ssm',
    'sts',
  ]);
  expect(interfaceEndpoints.rejected).toEqual([
    { value: 'ecr.api, ecr.dkr, kms', reason: expect.stringMatching(/^SageMaker pulls images from ECR/) as string },
  ]);
  const bare = awsPlan({
    ...awsPlatform(),
    models: {},
    endpoints: {},
    knowledge: {},
    registry: { models: [] },
    tuning: {},
  });
  expect(bare.foundation.network.interfaceEndpoints.value).toEqual(['logs', 'monitoring', 'ssm', 'sts']);
  expect(bare.foundation.network.interfaceEndpoints.rejected.map(({ value }) => value)).toEqual([
    'sagemaker.runtime',
    'sagemaker.api',
    'bedrock-runtime',
    'bedrock-agent, bedrock-agent-runtime, s3vectors',
    'ecr.api, ecr.dkr, kms',
  ]);
});

test('opens endpoints for the services that the config names, with its actions', () => {
  const privateServices = { 'ecr.api': ['ecr:GetAuthorizationToken'], sqs: ['sqs:SendMessage'] };
  const environments = { dev: developmentEnvironment({ aws: { ...awsTarget, privateServices } }) };
  const { interfaceEndpoints, endpointActions } = awsPlan({ environments }).foundation.network;
  expect(interfaceEndpoints.value).toEqual(expect.arrayContaining(['ecr.api', 'sqs']));
  expect(endpointActions?.value).toEqual(privateServices);
  expect(awsPlan().foundation.network).not.toHaveProperty('endpointActions');
});

const invoke = ['bedrock:ApplyGuardrail', 'bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'];

/** A service that the platform calls keeps its actions; another one allows what the config says and no more. */
test.each<[Readonly<Record<string, readonly string[]>>, Readonly<Record<string, readonly string[]>>, string[]]>([
  [{ 'bedrock-runtime': ['bedrock:ApplyGuardrail'] }, { 'bedrock-runtime': invoke }, ['bedrock-runtime']],
  [
    { 'bedrock-runtime': ['bedrock:CountTokens'] },
    { 'bedrock-runtime': [...invoke, 'bedrock:CountTokens'] },
    ['bedrock-runtime'],
  ],
  [{ kms: ['kms:Decrypt'] }, { kms: ['kms:Decrypt'] }, []],
  [{ sqs: ['sqs:SendMessage'] }, { sqs: ['sqs:SendMessage'] }, []],
])('privateServices %j gives the endpoints %j', (privateServices, expected, shared) => {
  const environments = { dev: developmentEnvironment({ aws: { ...awsTarget, privateServices } }) };
  const { endpointActions } = awsPlan({ environments }).foundation.network;
  expect(endpointActions?.value).toEqual(expected);
  expect(endpointActions?.because.slice(1).map(({ text }) => text.split(':')[0])).toEqual(shared);
});

test('prices the endpoints by number, zone and hour, and says where no price is known', () => {
  const { usdPerMonth } = awsPlan().foundation.network;
  // 10 endpoints in 2 zones for 730 hours at 0.012 USD.
  expect(usdPerMonth?.value).toBe(175.2);
  expect(usdPerMonth?.price).toMatchObject({ basis: 'estimated', per: 'endpoint-hour', asOf: '2026-09-22' });
  const environments = {
    dev: developmentEnvironment({ aws: { ...awsTarget, region: 'eu-south-2' } }),
  };
  const { network } = awsPlan({ environments, tuning: {} }).foundation;
  expect(network).not.toHaveProperty('usdPerMonth');
  expect(network.interfaceEndpoints.because.at(-1)?.text).toBe('the price of an endpoint in eu-south-2 is unknown');
});

test('says that zones are letters, which name other buildings in other accounts', () => {
  const { because } = awsPlan().foundation.network.availabilityZones;
  expect(because[0]?.text).toContain('whether these have every private endpoint and instance type is not checked');
});
