import type { TokenPrices } from '../types';

/** Read 2026-11-28; the file says its figures were checked against the providers' pages on 2026-10-05. */
const source =
  'aws/agent-toolkit-for-aws@1ad6829 plugins/aws-startup-advisor/skills/azure-to-aws/references/shared/pricing-cache.md';
const asOf = '2026-10-05';

/** On Bedrock in us-east-1: `[input, output]` in US dollars per million tokens. */
const bedrock: Readonly<Record<string, readonly [input: number, output: number]>> = {
  'amazon.titan-embed-text-v2:0': [0.02, 0],
  'amazon.titan-embed-text-v1': [0.1, 0],
  'cohere.embed-english-v3': [0.1, 0],
  'cohere.embed-multilingual-v3': [0.1, 0],
  'cohere.embed-v4:0': [0.12, 0],
  'amazon.nova-micro-v1:0': [0.035, 0.14],
  'amazon.nova-lite-v1:0': [0.06, 0.24],
  'amazon.nova-pro-v1:0': [0.8, 3.2],
};

/** OpenAI's list price, which Azure's Global Standard deployments follow. */
const azureOpenAi: Readonly<Record<string, readonly [input: number, output: number]>> = {
  'gpt-4.1': [2, 8],
  'gpt-4.1-mini': [0.4, 1.6],
  'gpt-4.1-nano': [0.1, 0.4],
  'gpt-4o': [2.5, 10],
  'text-embedding-3-small': [0.02, 0],
  'text-embedding-3-large': [0.13, 0],
};

/** The same, from a price table of a proxy of 2026-07-25, for models the source above no longer lists. */
const secondHand: Readonly<Record<string, readonly [input: number, output: number]>> = {
  'anthropic.claude-3-haiku-20240307-v1:0': [0.25, 1.25],
  'anthropic.claude-sonnet-4-20250514-v1:0': [3, 15],
};
const secondHandSource = {
  source: 'BerriAI/litellm model_prices_and_context_window.json, in pitimon/TokenTracker@0ea200e seed-snapshot.json',
  asOf: '2026-07-25',
};

/** Prices of a managed model, where they are known: not those of every model are. */
export function tokenPricesOf(service: 'bedrock' | 'azure-openai', id: string): TokenPrices | undefined {
  const prices = service === 'bedrock' ? (bedrock[id] ?? secondHand[id]) : azureOpenAi[id];
  if (prices === undefined) return undefined;
  const [usdPerMillionInputTokens, usdPerMillionOutputTokens] = prices;
  const notes = service === 'bedrock' ? 'on demand in us-east-1' : 'Global Standard, by the list price of OpenAI';
  const fact = id in secondHand ? secondHandSource : { source, asOf };
  return { usdPerMillionInputTokens, usdPerMillionOutputTokens, ...fact, confidence: 'medium', notes };
}
