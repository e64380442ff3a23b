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
];
