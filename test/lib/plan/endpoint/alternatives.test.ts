import type { Catalog } from '../../../../lib/catalog';
import type { EnvironmentPlan } from '../../../../lib/plan';
import { plan, planEndpoint } from '../../../../lib/plan';
import type { AzureOpenAiModel, EndpointSpec, ModelSpec } from '../../../../lib/platform';
import { azureOpenAi, bedrock, openWeights } from '../../../../lib/platform';
import { catalog as fixture, offer } from '../../../helpers/catalog';
import { endpoint, platform, resolvedPlatform } from '../../../helpers/platform';

const fact = { source: 'fixture', asOf: '2026-01-01' };
const prices = { usdPerMillionInputTokens: 2, usdPerMillionOutputTokens: 8, ...fact };

const zonePrices = { ...prices, sku: 'DataZoneStandard', regions: ['swedencentral'] } as const;

/** The fixture with clusters' machines, a grid, rated power and a price per token. */
const catalog: Catalog = {
  ...fixture,
  accelerators: fixture.accelerators.map((row) => ({ ...row, tdpWatts: 700 })),
  instances: [
    ...fixture.instances,
    offer({ service: 'ec2', instanceType: 'p5.4xlarge', usdPerHour: 8 }),
    offer({
      cloud: 'azure',
      service: 'azure-vm',
      instanceType: 'Standard_ND96isr_H200_v5',
      region: 'swedencentral',
      usdPerHour: 9,
    }),
  ],
  managedModels: fixture.managedModels.map((row) =>
    row.id === 'gpt-4.1'
      ? { ...row, tokenPrices: { ...prices, usdPerMillionInputTokens: 1 }, offerTokenPrices: [zonePrices] }
      : row,
  ),
  carbon: [
    { cloud: 'aws', region: 'eu-central-1', gramsCo2ePerKwh: 400, method: 'average', pue: 1.25, ...fact },
    { cloud: 'azure', region: 'swedencentral', gramsCo2ePerKwh: 20, method: 'average', pue: 1.25, ...fact },
  ],
};

const models: Readonly<Record<string, ModelSpec>> = {
  ...platform().models,
  writer: bedrock('writer.text-v1:0'),
  frontier: azureOpenAi('gpt-4.1', { version: '2025-04-14' }),
};

function planned(overrides: Partial<EndpointSpec> = {}, environment = 'prod', facts = catalog): EnvironmentPlan {
  const result = plan(resolvedPlatform({ models, endpoints: { chat: endpoint(overrides) } }), environment, facts);
  if (!result.ok) throw new Error(JSON.stringify(result.issues, null, 2));
  return result.value;
}

function rejected(overrides: Partial<EndpointSpec>, environment = 'prod', cloud: 'aws' | 'azure' = 'aws') {
  const chat = planned(overrides, environment)[cloud]?.deployment.endpoints.chat;
  return (chat?.placement.rejected ?? []).map(({ value, usdPerMonth, possible }) => [value, usdPerMonth, possible]);
}

const traffic = { peakConcurrency: 8, inputTokens: 1000, outputTokens: 200, hoursPerDay: 12 };

test('weighs every service for production, each with its price over the same week', () => {
  expect(rejected({ clouds: ['aws'], traffic })).toEqual([
    ['sagemaker inference components, to zero', 7300, false],
    ['sagemaker asynchronous endpoint', 7300, false],
    ['eks, 2 x p5.4xlarge', 11_680, false],
    ['azure-ml, 2 x Standard_NC40ads_H100_v5 in swedencentral', 13_140, undefined],
  ]);
  expect(rejected({ traffic }, 'prod', 'azure')).toEqual([['aks, 2 x Standard_ND96isr_H200_v5', 13_140, false]]);
});

test('below production zero is possible on AWS alone, and everything is priced for one copy', () => {
  expect(rejected({ clouds: ['aws'], traffic }, 'dev').slice(0, 3)).toEqual([
    ['sagemaker inference components, to zero', 3650, true],
    ['sagemaker asynchronous endpoint', 3650, false],
    ['eks, 2 x p5.4xlarge', 5840, false],
  ]);
  expect(rejected({ traffic }, 'dev')[0]).toEqual(['sagemaker inference components, to zero', 3650, false]);
});

test('says why each was not taken, with the objective and the cold start', () => {
  const chat = planned({ traffic, slo: { timeToFirstTokenMs: 900 } }).aws?.deployment.endpoints.chat;
  const reasons = (chat?.placement.rejected ?? []).map(({ reason }) => reason);
  expect(reasons[0]).toMatch(
    /answers come 20 minutes later, when 61\.\d GiB of weights are loaded; refused in production/,
  );
  expect(reasons[1]).toMatch(/fetched from S3, never within the 900 ms agreed; no construct in this kit deploys it/);
  expect(reasons[2]).toMatch(/no construct in this kit deploys EKS yet/);
});

test('compares with models per token: break-even where there is a price, and the row to write where there is none', () => {
  const chat = planned({ traffic, compareWith: ['frontier', 'writer'] }).aws?.deployment.endpoints.chat;
  const { frontier, writer } = chat?.cost.breakEven ?? {};
  expect(frontier?.value).toMatchObject({ cheaper: 'per-token', perTokenUsdPerMillionTokens: 3, reachable: true });
  const busy = { ...traffic, peakConcurrency: 60, hoursPerDay: 24 };
  const full = planned({ traffic: busy, compareWith: ['frontier'] }).aws?.deployment.endpoints.chat;
  expect(full?.cost.breakEven.frontier?.value.cheaper).toBe('dedicated');
  const { tokensPerMonth = 0, breakEvenTokensPerMonth = 0, perTokenUsdPerMonth } = frontier?.value ?? {};
  expect(breakEvenTokensPerMonth).toBe(Math.round((14_600 * 1e6) / 3));
  expect(perTokenUsdPerMonth).toBe(Math.round((tokensPerMonth * 3) / 1e6));
  expect(frontier?.because[0]?.text).toContain('a million on instances against $3 a million per token for ');
  expect(writer?.value.cheaper).toBe('unknown');
  expect(writer?.because[0]?.text).toContain(
    `add it to catalog.tokenPrices with service 'bedrock', id 'writer.text-v1:0' and region 'eu-central-1'`,
  );
  const perToken = chat?.placement.rejected.filter(({ value }) => /gpt-4\.1|writer/.test(value));
  expect(perToken?.map(({ usdPerMonth }) => usdPerMonth)).toEqual([perTokenUsdPerMonth, undefined]);
});

test('a price is that of the offer that the residency or the pin chooses, and unknown where that has none', () => {
  const perToken = (options: Partial<AzureOpenAiModel>, residency: 'eu' | undefined) => {
    const frontier = azureOpenAi('gpt-4.1', { version: '2025-04-14', ...options });
    const spec = {
      residency,
      models: { ...models, frontier },
      endpoints: { chat: endpoint({ traffic, compareWith: ['frontier'] }) },
    };
    const result = plan(resolvedPlatform(spec), 'prod', catalog);
    if (!result.ok) throw new Error(JSON.stringify(result.issues, null, 2));
    const chat = result.value.aws?.deployment.endpoints.chat;
    const alternative = chat?.placement.rejected.find(({ value }) => value.startsWith('azure-openai'));
    return [chat?.cost.breakEven.frontier?.value.perTokenUsdPerMillionTokens, alternative?.reason.split('; ').at(-1)];
  };
  expect(perToken({}, 'eu')).toEqual([3, 'served per token as DataZoneStandard in swedencentral']);
  expect(perToken({}, undefined)).toEqual([2.167, 'served per token as GlobalStandard in swedencentral']);
  expect(perToken({ sku: 'Standard' }, 'eu')).toEqual([undefined, 'served per token as Standard in swedencentral']);
});

test.each<[string, ModelSpec, Partial<Record<'aws' | 'azure', string>>, string]>([
  [
    'a cloud that the environment is not on',
    azureOpenAi('gpt-4.1', { version: '2025-04-14' }),
    { aws: 'eu-central-1' },
    'the environment is not on azure, where gpt-4.1 is served',
  ],
  [
    'a version that is unknown',
    azureOpenAi('gpt-4.1', { version: '2020-01-01' }),
    { azure: 'swedencentral' },
    'gpt-4.1 is not available in swedencentral (fixture, 2026-01-01)',
  ],
  [
    'a region without the model',
    bedrock('amazon.nova-lite-v1:0'),
    { aws: 'eu-south-2' },
    'amazon.nova-lite-v1:0 is not available in eu-south-2 (fixture, 2026-01-01)',
  ],
  [
    'an offer that leaves the residency',
    azureOpenAi('gpt-4.1', { version: '2025-04-14', sku: 'GlobalStandard' }),
    { azure: 'swedencentral' },
    `GlobalStandard may process tokens outside of 'eu', the platform's residency`,
  ],
])('a model per token is no alternative through %s', (_title, frontier, places, reason) => {
  const planned = planEndpoint('aws', {
    key: 'chat',
    platform: 'support',
    environment: 'prod',
    tier: 'production',
    endpoint: endpoint({ traffic, compareWith: ['frontier'] }),
    model: openWeights('Qwen/Qwen3-32B', { revision: 'a'.repeat(40) }),
    catalog,
    target: { account: '111111111111', region: 'eu-central-1' },
    places,
    models: { frontier },
    residency: 'eu',
  });
  if (!planned.ok) throw new Error(JSON.stringify(planned.issues));
  const found = planned.value.placement.rejected.find(({ value }) => value.endsWith(frontier.id));
  expect(found).toMatchObject({ possible: false, reason });
});

test('the tokens of a month follow the week and the same machines, in every tier', () => {
  const tokens = (overrides: Partial<EndpointSpec>, environment: string) =>
    planned({ compareWith: ['frontier'], ...overrides }, environment).aws?.deployment.endpoints.chat?.cost.breakEven
      .frontier?.value.tokensPerMonth ?? 0;
  const half = tokens({ traffic }, 'prod');
  const whole = tokens({ traffic: { ...traffic, hoursPerDay: 24 } }, 'prod');
  expect(half / whole).toBeCloseTo(0.5, 6);
  expect(tokens({ traffic }, 'dev')).toBe(half);
});

test('names what the price does not hold, and what of energy and carbon is not known', () => {
  const known = planned().aws?.deployment.endpoints.chat;
  expect(known?.cost.notIncluded.value).toContain('data transfer');
  expect(known?.cost.notIncluded.value.join()).not.toMatch(/power|carbon/);
  const noGrid = planned({}, 'prod', { ...catalog, carbon: [] }).aws?.deployment.endpoints.chat;
  expect(noGrid?.cost.notIncluded.value).toContain('carbon: the grid of eu-central-1 is not in the catalogue');
  expect(Object.keys(noGrid?.energy ?? {})).toEqual(['peakWatts', 'kwhPerMonth']);
  const noPower = planned({}, 'prod', fixture).aws?.deployment.endpoints.chat;
  expect(noPower?.cost.notIncluded.value).toContain('power: no rated power of H100 is known');
  expect(noPower).not.toHaveProperty('energy');
});

test('energy of a month lies between idling and the peak around the clock, and carbon follows the grid', () => {
  const { aws, azure } = planned({ traffic });
  const [here, there] = [aws?.deployment.endpoints.chat?.energy, azure?.deployment.endpoints.chat?.energy];
  const most = ((here?.peakWatts.value ?? 0) * 730) / 1000;
  expect(here?.kwhPerMonth.value).toBeGreaterThan((2 * 700 * 0.15 * 730) / 1000);
  expect(here?.kwhPerMonth.value).toBeLessThan(most);
  expect((here?.kgCo2ePerMonth?.value ?? 0) / (here?.kwhPerMonth.value ?? 1)).toBeCloseTo(0.4 * 1.25, 2);
  expect((here?.gramsCo2ePer1kTokens?.value ?? 0) / (there?.gramsCo2ePer1kTokens?.value ?? 1)).toBeCloseTo(20, 0);
});

test('takes quantised weights where there are some and they save money, and their place with them', () => {
  const peak = { ...traffic, peakConcurrency: 60 };
  const s3Uri = 's3://weights/fp8/';
  const chat = planned({ clouds: ['aws'], traffic: peak, quantisation: { fp8: { s3Uri } } }).aws?.deployment.endpoints
    .chat;
  const published = planned({ clouds: ['aws'], traffic: peak }).aws?.deployment.endpoints.chat;
  expect(chat?.usdPerMonth.value).toBeLessThan(published?.usdPerMonth.value ?? 0);
  expect(chat?.modelDataUri).toEqual({
    value: s3Uri,
    because: [{ rule: 'spec.pinned', text: 'pinned by endpoints.chat.quantisation.fp8.s3Uri' }],
    rejected: [],
  });
  expect(chat?.instanceType.rejected[0]?.value).toMatch(/weights in bf16$/);
  expect(published?.modelDataUri.value).not.toBe(s3Uri);
});

test('does not take quantised weights that lie on the other cloud only', () => {
  const azureModelUri = 'azureml://registries/own/models/chat-fp8/versions/1';
  const chat = planned({ quantisation: { fp8: { azureModelUri } } }).aws?.deployment.endpoints.chat;
  expect(chat?.performance?.value.dtype).toBe('bf16');
});

test('a loss that counts chooses more and smaller instances; carbon that counts says so', () => {
  const peak = { ...traffic, peakConcurrency: 60 };
  const type = (weights: EndpointSpec['weights']) => {
    const spec = { clouds: ['aws' as const], traffic: peak, ...(weights === undefined ? {} : { weights }) };
    return planned(spec).aws?.deployment.endpoints.chat;
  };
  expect(type(undefined)?.performance?.value.copies).toBe(2);
  const spread = type({ lostInstanceUsdPerMonth: 100_000 });
  expect(spread?.performance?.value.copies).toBeGreaterThan(2);
  expect(spread?.instanceType.because[0]?.rule).toBe('size.weighed');
  expect(spread?.instanceType.rejected[0]?.reason).toContain('the cheapest in money alone');
  expect(type({ carbonUsdPerTonneCo2e: 100 })?.instanceType.because.map(({ rule }) => rule)).toContain('size.weighed');
});
