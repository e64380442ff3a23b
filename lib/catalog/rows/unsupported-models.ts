import type { UnsupportedModel } from '../types';

const configs = 'ai-dynamo/aiconfigurator@095f58a aic-core/.../model_configs (HF config.json copy)';
const asOf = '2026-11-30';

const compressed =
  'its layers keep compressed entries for 4 and for 128 tokens beside a window, and what that cache takes is not known';
const mamba = 'Mamba layers alternate with experts and attention, and neither their state nor their speed is known';
const windows = 'its layers with a window have other query heads, and no configuration at hand states how many';

const stepSource = `step3p5.py of vLLM 0.27.1 reads them from attention_other_setting, which ${configs} does not have`;

/** Models that are named so that a plan says why it cannot size them. */
export const unsupportedModels: readonly UnsupportedModel[] = [
  { id: 'deepseek-ai/DeepSeek-V4-Flash', reason: compressed, source: configs, asOf },
  { id: 'deepseek-ai/DeepSeek-V4-Pro', reason: compressed, source: configs, asOf },
  { id: 'nvidia/DeepSeek-V4-Flash-NVFP4', reason: compressed, source: configs, asOf },
  { id: 'nvidia/DeepSeek-V4-Pro-NVFP4', reason: compressed, source: configs, asOf },
  { id: 'nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B-BF16', reason: mamba, source: configs, asOf },
  { id: 'nvidia/NVIDIA-Nemotron-3-Nano-30B-A3B-NVFP4', reason: mamba, source: configs, asOf },
  { id: 'nvidia/NVIDIA-Nemotron-3-Super-120B-A12B-FP8', reason: mamba, source: configs, asOf },
  { id: 'nvidia/NVIDIA-Nemotron-3-Super-120B-A12B-NVFP4', reason: mamba, source: configs, asOf },
  { id: 'nvidia/NVIDIA-Nemotron-3-Ultra-550B-A55B-BF16', reason: mamba, source: configs, asOf },
  { id: 'nvidia/NVIDIA-Nemotron-3-Ultra-550B-A55B-FP8', reason: mamba, source: configs, asOf },
  { id: 'nvidia/NVIDIA-Nemotron-3-Ultra-550B-A55B-NVFP4', reason: mamba, source: configs, asOf },
  {
    id: 'moonshotai/Kimi-K3',
    reason: 'its experts work in a latent space, beside layers of Kimi delta attention, and its size is not published there',
    source: configs,
    asOf,
  },
  {
    id: 'MiniMaxAI/MiniMax-M3',
    reason: '57 of its 60 layers have sparse attention of its own kind, and what their index takes is not known',
    source: configs,
    asOf,
  },
  { id: 'stepfun-ai/Step-3.7-Flash', reason: windows, source: stepSource, asOf },
  { id: 'stepfun-ai/Step-3.7-Flash-FP8', reason: windows, source: stepSource, asOf },
];
