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

/** The same, read from older lists, for models that the source above does not have. */
const otherLists: readonly {
  readonly source: string;
  readonly asOf: string;
  readonly prices: Readonly<Record<string, readonly [input: number, output: number]>>;
}[] = [
  {
    source: 'awslabs/startups@0b59caf advisor/plugins/aws-startup-advisor/skills/gcp-to-aws/references/shared/pricing-cache.md',
    asOf: '2026-07-17',
    prices: {
      'amazon.nova-2-lite-v1:0': [0.33, 2.75],
      'anthropic.claude-opus-4-1-20250805-v1:0': [15, 75],
      'anthropic.claude-haiku-4-5-20251001-v1:0': [1, 5],
      'anthropic.claude-sonnet-4-5-20250929-v1:0': [3, 15],
      'anthropic.claude-sonnet-4-6': [3, 15],
      'anthropic.claude-opus-4-5-20251101-v1:0': [5, 25],
      'anthropic.claude-opus-4-6-v1': [5, 25],
      'anthropic.claude-opus-4-8': [5, 25],
      'anthropic.claude-fable-5': [10, 50],
      'meta.llama3-3-70b-instruct-v1:0': [0.72, 0.72],
      'meta.llama4-scout-17b-instruct-v1:0': [0.17, 0.66],
      'meta.llama4-maverick-17b-instruct-v1:0': [0.24, 0.97],
      'mistral.mistral-large-3-675b-instruct': [0.5, 1.5],
      'openai.gpt-oss-20b-1:0': [0.07, 0.3],
      'openai.gpt-oss-120b-1:0': [0.15, 0.6],
      'openai.gpt-5.6-luna': [0.22, 1.32],
      'openai.gpt-5.6-sol': [5.5, 33],
      'openai.gpt-5.6-terra': [2.2, 13.2],
    },
  },
  {
    source: 'anomalyco/models.dev@f3fc69229 providers/amazon-bedrock',
    asOf: '2026-07-02',
    prices: {
      'deepseek.r1-v1:0': [1.35, 5.4],
      'deepseek.v3-v1:0': [0.58, 1.68],
      'deepseek.v3.2': [0.62, 1.85],
      'meta.llama3-1-8b-instruct-v1:0': [0.22, 0.22],
      'meta.llama3-1-70b-instruct-v1:0': [0.72, 0.72],
      'minimax.minimax-m2.5': [0.3, 1.2],
      'moonshotai.kimi-k2.5': [0.6, 3],
      'nvidia.nemotron-super-3-120b': [0.15, 0.65],
      'qwen.qwen3-32b-v1:0': [0.15, 0.6],
      'qwen.qwen3-235b-a22b-2507-v1:0': [0.22, 0.88],
      'qwen.qwen3-coder-30b-a3b-v1:0': [0.15, 0.6],
      'qwen.qwen3-next-80b-a3b': [0.14, 1.4],
      'zai.glm-4.7': [0.6, 2.2],
      'zai.glm-5': [1, 3.2],
    },
  },
  {
    source: 'BerriAI/litellm model_prices_and_context_window.json, in pitimon/TokenTracker@0ea200e seed-snapshot.json',
    asOf: '2026-07-25',
    prices: {
      'anthropic.claude-3-haiku-20240307-v1:0': [0.25, 1.25],
      'anthropic.claude-sonnet-4-20250514-v1:0': [3, 15],
    },
  },
];

/** Prices of a model of Bedrock, where they are known: not those of every model are. */
export function bedrockTokenPrices(id: string): TokenPrices | undefined {
  const list = [{ source, asOf, prices: bedrock }, ...otherLists].find(({ prices }) => prices[id] !== undefined);
  const [usdPerMillionInputTokens, usdPerMillionOutputTokens] = list?.prices[id] ?? [];
  if (list === undefined || usdPerMillionInputTokens === undefined || usdPerMillionOutputTokens === undefined)
    return undefined;
  return {
    usdPerMillionInputTokens,
    usdPerMillionOutputTokens,
    source: list.source,
    asOf: list.asOf,
    confidence: 'medium',
    notes: 'on demand in us-east-1',
  };
}
