/**
 * Tokens of the longest request with its answer. The catalogue has the same figures, with their sources; this room reads no other
 * room's rows, and a test compares both. A model that is missing has no known limit, so nothing is refused for it.
 */
interface ContextWindows {
  readonly bedrock: Readonly<Record<string, number>>;
  readonly azureOpenAi: Readonly<Record<string, number>>;
}

/** Models that generate text, by their id. As of 2026-11-30. */
export const contextWindows: ContextWindows = {
  bedrock: {
    'amazon.nova-micro-v1:0': 128_000,
    'amazon.nova-lite-v1:0': 300_000,
    'amazon.nova-pro-v1:0': 300_000,
    'amazon.nova-2-lite-v1:0': 1_000_000,
    'anthropic.claude-opus-4-1-20250805-v1:0': 200_000,
    'anthropic.claude-haiku-4-5-20251001-v1:0': 200_000,
    'anthropic.claude-sonnet-4-5-20250929-v1:0': 200_000,
    'anthropic.claude-sonnet-4-6': 1_000_000,
    'anthropic.claude-sonnet-5': 1_000_000,
    'anthropic.claude-opus-4-5-20251101-v1:0': 200_000,
    'anthropic.claude-opus-4-6-v1': 1_000_000,
    'anthropic.claude-opus-4-7': 1_000_000,
    'anthropic.claude-opus-4-8': 1_000_000,
    'anthropic.claude-opus-5-5': 1_000_000,
    'deepseek.r1-v1:0': 128_000,
    'deepseek.v3-v1:0': 163_840,
    'deepseek.v3.2': 163_840,
    'meta.llama3-1-8b-instruct-v1:0': 128_000,
    'meta.llama3-1-70b-instruct-v1:0': 128_000,
    'meta.llama3-3-70b-instruct-v1:0': 128_000,
    'meta.llama4-maverick-17b-instruct-v1:0': 1_000_000,
    'minimax.minimax-m2.5': 196_608,
    'mistral.mistral-large-3-675b-instruct': 256_000,
    'moonshotai.kimi-k2.5': 262_143,
    'nvidia.nemotron-super-3-120b': 262_144,
    'openai.gpt-oss-20b-1:0': 128_000,
    'openai.gpt-oss-120b-1:0': 128_000,
    'qwen.qwen3-235b-a22b-2507-v1:0': 262_144,
    'qwen.qwen3-coder-30b-a3b-v1:0': 262_144,
    'qwen.qwen3-next-80b-a3b': 262_000,
    'zai.glm-4.7': 204_800,
    'zai.glm-5': 202_752,
  },
  azureOpenAi: {
    'gpt-5': 272_000,
    'gpt-5-mini': 272_000,
    'gpt-5-nano': 272_000,
    'gpt-5.1': 272_000,
    'gpt-5.2': 400_000,
  },
};
