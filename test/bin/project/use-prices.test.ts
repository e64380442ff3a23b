import { usePrices } from '../../../bin/project/use-prices';

const azure = (model: string, sku: string, version?: string) =>
  ({ service: 'azure-openai', model, sku, ...(version === undefined ? {} : { version }) }) as const;

test('a model of Azure has the price of its deployment type in its location', () => {
  expect(usePrices(azure('gpt-4.1', 'GlobalStandard', '2025-04-14'), 'eastus')).toMatchObject([
    { unit: 'million input tokens', usd: 2, estimated: false },
    { unit: 'million output tokens', usd: 8, estimated: false },
  ]);
  expect(usePrices(azure('gpt-4.1', 'Standard'), 'swedencentral')).toMatchObject([{ usd: 2.42 }, { usd: 9.68 }]);
  expect(usePrices(azure('gpt-4.1', 'Standard'), 'uksouth')).toBeUndefined();
});

test('a version with a price of its own has that, and one that the catalogue lacks an estimate', () => {
  expect(usePrices(azure('gpt-4o', 'GlobalStandard', '2024-05-13'), 'eastus')).toMatchObject([{ usd: 5 }, { usd: 15 }]);
  expect(usePrices(azure('gpt-4o', 'GlobalStandard', '2024-08-06'), 'eastus')).toMatchObject([
    { usd: 2.5, estimated: true },
    { usd: 10, estimated: true },
  ]);
});

test('an older model is priced second-hand, and an unknown one not at all', () => {
  expect(usePrices(azure('text-embedding-ada-002', 'Standard', '2'), 'eastus')).toMatchObject([
    { unit: 'million input tokens', usd: 0.1, estimated: true },
  ]);
  expect(usePrices(azure('gpt-35-turbo', 'GlobalBatch'), 'eastus')).toBeUndefined();
  expect(usePrices(azure('gpt-0', 'GlobalStandard'), 'eastus')).toBeUndefined();
});

test('prices of Bedrock are those of us-east-1, an estimate elsewhere', () => {
  const use = { service: 'bedrock', model: 'amazon.nova-pro-v1:0' } as const;
  expect(usePrices(use, 'us-east-1')).toMatchObject([{ usd: 0.8, estimated: false }, { usd: 3.2 }]);
  expect(usePrices(use, 'eu-west-1')).toMatchObject([{ usd: 0.8, estimated: true }, { usd: 3.2 }]);
  expect(usePrices({ service: 'bedrock', model: 'a.b' }, 'us-east-1')).toBeUndefined();
});

test('sessions of AgentCore have a price for each unit, with its source', () => {
  expect(usePrices({ service: 'agentcore-session' }, 'us-east-1')).toMatchObject([
    { unit: 'vCPU hour', usd: 0.0895, source: expect.stringContaining('agentcore/pricing') as string },
    { unit: 'GB hour of memory', usd: 0.00945 },
  ]);
});
