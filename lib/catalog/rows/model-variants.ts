import type { ModelVariantRow } from '../row-types';

/**
 * Repositories that publish a model of `models.ts` in another number format, before its instruction tuning, or as a
 * later snapshot of the same architecture. They share every fact of their base but the checkpoint size.
 *
 * Source: the repositories' pages and configurations on huggingface.co, as of 2026-11.
 */
export const modelVariants: readonly ModelVariantRow[] = [
  { id: 'meta-llama/Llama-3.1-8B', base: 'meta-llama/Llama-3.1-8B-Instruct' },
  { id: 'meta-llama/Llama-3.1-70B', base: 'meta-llama/Llama-3.1-70B-Instruct' },
  { id: 'meta-llama/Llama-3.1-405B', base: 'meta-llama/Llama-3.1-405B-Instruct' },
  {
    // Attention and the outer layers stay in bf16: 57.75 GiB on each of eight GPUs, github.com/vllm-project/vllm/issues/6746.
    id: 'meta-llama/Llama-3.1-405B-Instruct-FP8',
    base: 'meta-llama/Llama-3.1-405B-Instruct',
    publishedDtype: 'fp8',
    checkpointGiB: 458,
  },
  { id: 'meta-llama/Meta-Llama-3-8B-Instruct', base: 'meta-llama/Llama-3.1-8B-Instruct', maxContext: 8192 },
  { id: 'meta-llama/Meta-Llama-3-70B-Instruct', base: 'meta-llama/Llama-3.1-70B-Instruct', maxContext: 8192 },
  { id: 'nvidia/Llama-3.1-8B-Instruct-FP8', base: 'meta-llama/Llama-3.1-8B-Instruct', publishedDtype: 'fp8' },
  { id: 'nvidia/Llama-3.1-70B-Instruct-FP8', base: 'meta-llama/Llama-3.1-70B-Instruct', publishedDtype: 'fp8' },
  { id: 'nvidia/Llama-3.3-70B-Instruct-FP8', base: 'meta-llama/Llama-3.3-70B-Instruct', publishedDtype: 'fp8' },
  { id: 'nvidia/Llama-3.1-8B-Instruct-FP4', base: 'meta-llama/Llama-3.1-8B-Instruct', publishedDtype: 'nvfp4' },
  { id: 'nvidia/Llama-3.3-70B-Instruct-FP4', base: 'meta-llama/Llama-3.3-70B-Instruct', publishedDtype: 'nvfp4' },
  { id: 'Qwen/Qwen3-0.6B-FP8', base: 'Qwen/Qwen3-0.6B', publishedDtype: 'fp8' },
  { id: 'Qwen/Qwen3-1.7B-FP8', base: 'Qwen/Qwen3-1.7B', publishedDtype: 'fp8' },
  { id: 'Qwen/Qwen3-4B-FP8', base: 'Qwen/Qwen3-4B', publishedDtype: 'fp8' },
  { id: 'Qwen/Qwen3-8B-FP8', base: 'Qwen/Qwen3-8B', publishedDtype: 'fp8' },
  { id: 'Qwen/Qwen3-14B-FP8', base: 'Qwen/Qwen3-14B', publishedDtype: 'fp8' },
  { id: 'Qwen/Qwen3-32B-FP8', base: 'Qwen/Qwen3-32B', publishedDtype: 'fp8' },
  { id: 'Qwen/Qwen3-32B-AWQ', base: 'Qwen/Qwen3-32B', publishedDtype: 'int4' },
  { id: 'Qwen/Qwen3-30B-A3B-FP8', base: 'Qwen/Qwen3-30B-A3B', publishedDtype: 'fp8' },
  { id: 'Qwen/Qwen3-30B-A3B-Instruct-2507', base: 'Qwen/Qwen3-30B-A3B', maxContext: 262144 },
  { id: 'Qwen/Qwen3-30B-A3B-Thinking-2507', base: 'Qwen/Qwen3-30B-A3B', maxContext: 262144 },
  {
    id: 'Qwen/Qwen3-30B-A3B-Instruct-2507-FP8',
    base: 'Qwen/Qwen3-30B-A3B',
    publishedDtype: 'fp8',
    maxContext: 262144,
  },
  {
    id: 'Qwen/Qwen3-30B-A3B-Thinking-2507-FP8',
    base: 'Qwen/Qwen3-30B-A3B',
    publishedDtype: 'fp8',
    maxContext: 262144,
  },
  { id: 'Qwen/Qwen3-Coder-30B-A3B-Instruct', base: 'Qwen/Qwen3-30B-A3B', maxContext: 262144 },
  {
    id: 'Qwen/Qwen3-Coder-30B-A3B-Instruct-FP8',
    base: 'Qwen/Qwen3-30B-A3B',
    publishedDtype: 'fp8',
    maxContext: 262144,
  },
  { id: 'Qwen/Qwen3-235B-A22B-FP8', base: 'Qwen/Qwen3-235B-A22B', publishedDtype: 'fp8' },
  { id: 'Qwen/Qwen3-235B-A22B-Instruct-2507', base: 'Qwen/Qwen3-235B-A22B', maxContext: 262144 },
  { id: 'Qwen/Qwen3-235B-A22B-Thinking-2507', base: 'Qwen/Qwen3-235B-A22B', maxContext: 262144 },
  {
    id: 'Qwen/Qwen3-235B-A22B-Instruct-2507-FP8',
    base: 'Qwen/Qwen3-235B-A22B',
    publishedDtype: 'fp8',
    maxContext: 262144,
  },
  {
    id: 'Qwen/Qwen3-235B-A22B-Thinking-2507-FP8',
    base: 'Qwen/Qwen3-235B-A22B',
    publishedDtype: 'fp8',
    maxContext: 262144,
  },
  {
    id: 'Qwen/Qwen3-Coder-480B-A35B-Instruct-FP8',
    base: 'Qwen/Qwen3-Coder-480B-A35B-Instruct',
    publishedDtype: 'fp8',
  },
  { id: 'deepseek-ai/DeepSeek-V3', base: 'deepseek-ai/DeepSeek-V3-0324', publishedDtype: 'fp8' },
  { id: 'deepseek-ai/DeepSeek-V3.1', base: 'deepseek-ai/DeepSeek-V3-0324', publishedDtype: 'fp8' },
  { id: 'deepseek-ai/DeepSeek-R1', base: 'deepseek-ai/DeepSeek-R1-0528', publishedDtype: 'fp8' },
  { id: 'nvidia/DeepSeek-R1-0528-FP4', base: 'deepseek-ai/DeepSeek-R1-0528', publishedDtype: 'nvfp4' },
  { id: 'Qwen/Qwen3-Next-80B-A3B-Thinking', base: 'Qwen/Qwen3-Next-80B-A3B-Instruct' },
  { id: 'Qwen/Qwen3-Next-80B-A3B-Instruct-FP8', base: 'Qwen/Qwen3-Next-80B-A3B-Instruct', publishedDtype: 'fp8' },
  { id: 'Qwen/Qwen3-Next-80B-A3B-Thinking-FP8', base: 'Qwen/Qwen3-Next-80B-A3B-Instruct', publishedDtype: 'fp8' },
  { id: 'Qwen/Qwen3-VL-32B-Thinking', base: 'Qwen/Qwen3-VL-32B-Instruct' },
  { id: 'Qwen/Qwen3-VL-30B-A3B-Thinking-FP8', base: 'Qwen/Qwen3-VL-30B-A3B-Instruct', publishedDtype: 'fp8' },
  { id: 'Qwen/Qwen3-VL-235B-A22B-Thinking', base: 'Qwen/Qwen3-VL-235B-A22B-Instruct' },
  // Sizes of the files: kaito-project/kaito@056b8280b model catalog, as of 2026-08-21.
  { id: 'Qwen/Qwen3.6-35B-A3B-FP8', base: 'Qwen/Qwen3.6-35B-A3B', publishedDtype: 'fp8', checkpointGiB: 34.9 },
  { id: 'Qwen/Qwen3.8-27B', base: 'Qwen/Qwen3.6-27B' },
  { id: 'moonshotai/Kimi-K2.6', base: 'moonshotai/Kimi-K2.5' },
  { id: 'moonshotai/Kimi-K2.7-Code', base: 'moonshotai/Kimi-K2.5' },
  { id: 'MiniMaxAI/MiniMax-M2.7', base: 'MiniMaxAI/MiniMax-M2.5', maxContext: 204800, checkpointGiB: 214.34 },
  { id: 'zai-org/GLM-5', base: 'zai-org/GLM-5-FP8', publishedDtype: 'bf16' },
  { id: 'zai-org/GLM-5.1', base: 'zai-org/GLM-5-FP8', publishedDtype: 'bf16' },
  { id: 'zai-org/GLM-5.1-FP8', base: 'zai-org/GLM-5-FP8' },
  { id: 'zai-org/GLM-5.2', base: 'zai-org/GLM-5-FP8', publishedDtype: 'bf16', maxContext: 1048576 },
  { id: 'zai-org/GLM-5.2-FP8', base: 'zai-org/GLM-5-FP8', maxContext: 1048576, checkpointGiB: 703.75 },
  // NVFP4: what stays in bf16 is in `exclude_modules` of hf_quant_config.json, ai-dynamo/aiconfigurator@095f58a.
  { id: 'nvidia/Qwen3-235B-A22B-NVFP4', base: 'Qwen/Qwen3-235B-A22B', publishedDtype: 'nvfp4' },
  { id: 'nvidia/Qwen3-30B-A3B-NVFP4', base: 'Qwen/Qwen3-30B-A3B', publishedDtype: 'nvfp4' },
  ...(
    [
      ['nvidia/Qwen3.5-122B-A10B-NVFP4', 'Qwen/Qwen3.5-122B-A10B'],
      ['nvidia/Qwen3.5-397B-A17B-NVFP4', 'Qwen/Qwen3.5-397B-A17B'],
      ['nvidia/Kimi-K2.5-NVFP4', 'moonshotai/Kimi-K2.5'],
      ['nvidia/Kimi-K2.6-NVFP4', 'moonshotai/Kimi-K2.5'],
      ['nvidia/Kimi-K2.7-Code-NVFP4', 'moonshotai/Kimi-K2.5'],
      ['nvidia/GLM-5.1-NVFP4', 'zai-org/GLM-5-FP8'],
      ['nvidia/MiniMax-M2.5-NVFP4', 'MiniMaxAI/MiniMax-M2.5'],
    ] as const
  ).map(([id, base]) => ({ id, base, publishedDtype: 'nvfp4', fixedDtype: 'bf16' }) as const),
  {
    id: 'nvidia/GLM-5.2-NVFP4',
    base: 'zai-org/GLM-5-FP8',
    publishedDtype: 'nvfp4',
    fixedDtype: 'bf16',
    maxContext: 1048576,
  },
  {
    id: 'nvidia/MiniMax-M2.7-NVFP4',
    base: 'MiniMaxAI/MiniMax-M2.5',
    publishedDtype: 'nvfp4',
    fixedDtype: 'bf16',
    maxContext: 204800,
  },
];
