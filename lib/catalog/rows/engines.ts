import type { AwsServingImage, EngineSetting, Provenance, ServingEngine, VariableGrammar } from '../types';

/** Names of vLLM's arguments. Every version below has them all: the tests compare each with the parser of its wheel. */
const vllmArguments: Readonly<Record<EngineSetting, string>> = {
  model: 'model',
  servedModelName: 'served-model-name',
  dtype: 'dtype',
  tensorParallel: 'tensor-parallel-size',
  expertParallel: 'enable-expert-parallel',
  gpuMemoryUtilization: 'gpu-memory-utilization',
  maxModelLen: 'max-model-len',
  maxNumBatchedTokens: 'max-num-batched-tokens',
  maxNumSeqs: 'max-num-seqs',
  enableAdapters: 'enable-lora',
  maxAdapters: 'max-loras',
  maxAdapterRank: 'max-lora-rank',
  adapters: 'lora-modules',
};

/**
 * SGLang's arguments. It has no counterpart of vLLM's share of memory: `mem-fraction-static` is the share of weights and
 * cache without activations, and the engine derives it.
 */
const sglangArguments = {
  model: 'model-path',
  servedModelName: 'served-model-name',
  dtype: 'dtype',
  tensorParallel: 'tp-size',
  maxModelLen: 'context-length',
  maxNumBatchedTokens: 'chunked-prefill-size',
  maxNumSeqs: 'max-running-requests',
  enableAdapters: 'enable-lora',
  maxAdapters: 'max-loras-per-batch',
  maxAdapterRank: 'max-lora-rank',
  adapters: 'lora-paths',
} as const;

/** TGI reads each argument from the variable with its name in capitals, too. It names no served model. */
const tgiArguments = {
  model: 'model-id',
  dtype: 'dtype',
  tensorParallel: 'num-shard',
  gpuMemoryUtilization: 'cuda-memory-fraction',
  maxModelLen: 'max-total-tokens',
  maxNumBatchedTokens: 'max-batch-prefill-tokens',
  maxNumSeqs: 'max-concurrent-requests',
  adapters: 'lora-adapters',
} as const;

/** Variables of NIM with names of their own; every other argument is one of the engine inside. */
const nimVariables: VariableGrammar = {
  named: { model: 'NIM_MODEL_PATH', servedModelName: 'NIM_SERVED_MODEL_NAME', maxModelLen: 'NIM_MAX_MODEL_LEN' },
  commandLine: 'NIM_PASSTHROUGH_ARGS',
};

const wheelOf = (name: 'vllm' | 'sglang', version: string, published: string): Provenance => ({
  source: `the argument parser in the wheel of pypi.org/project/${name}/${version}, published on ${published}`,
  asOf: '2026-11-30',
});

const deepLearningContainers = 'aws/deep-learning-containers';

/** A vLLM image of AWS. Before the entry point of 2026-08-19 a list in a variable stays one argument. */
const vllmOnAws = (tag: string, arrays: boolean): AwsServingImage => ({
  repository: 'vllm',
  tag,
  variables: { prefix: 'SM_VLLM_', ...(arrays ? { arrays } : {}) },
});

const sglangOnAws = (tag: string): AwsServingImage => ({
  repository: 'sglang',
  tag,
  variables: { prefix: 'SM_SGLANG_' },
});

const vllm = { engine: 'vllm', arguments: vllmArguments, dtypeOfCheckpoint: 'auto' } as const;
const sglang = { engine: 'sglang', arguments: sglangArguments, dtypeOfCheckpoint: 'auto' } as const;
const vllmOnAzure = { image: 'docker.io/vllm/vllm-openai' } as const;
const sglangOnAzure = { image: 'docker.io/lmsysorg/sglang' } as const;

/** The first version of an engine is the one that an estimate is for unless it names another. */
export const engines: readonly ServingEngine[] = [
  {
    ...vllm,
    version: '0.27.1',
    argumentsSource: wheelOf('vllm', '0.27.1', '2026-08-11'),
    aws: vllmOnAws('0.27.1-gpu-py312-cu130-ubuntu22.04-sagemaker', false),
    azure: vllmOnAzure,
    source: `${deepLearningContainers}@e0ecedea6a; hub.docker.com/r/vllm/vllm-openai`,
    asOf: '2026-11-01',
  },
  {
    ...vllm,
    version: '0.19.1',
    argumentsSource: wheelOf('vllm', '0.19.1', '2026-04-18'),
    aws: vllmOnAws('0.19.1-gpu-py312-cu129-ubuntu22.04-sagemaker', false),
    azure: vllmOnAzure,
    source: `${deepLearningContainers}@e0ecedea6a docs/src/data/vllm and the entry point of 2026-04-20; hub.docker.com/r/vllm/vllm-openai`,
    asOf: '2026-11-30',
  },
  {
    ...vllm,
    version: '0.31.0',
    argumentsSource: wheelOf('vllm', '0.31.0', '2026-10-05'),
    fp8ExpertBlock: 32,
    aws: vllmOnAws('0.31.0-gpu-py312-cu130-ubuntu24.04-sagemaker', true),
    azure: vllmOnAzure,
    source: `${deepLearningContainers}@8c7b4b1d19 docs/src/data/vllm; hub.docker.com/r/vllm/vllm-openai`,
    asOf: '2026-11-30',
  },
  {
    ...vllm,
    version: '0.33.0',
    argumentsSource: wheelOf('vllm', '0.33.0', '2026-11-02'),
    fp8ExpertBlock: 32,
    azure: vllmOnAzure,
    source: 'pypi.org/project/vllm/0.33.0; hub.docker.com/r/vllm/vllm-openai',
    asOf: '2026-11-30',
    notes: 'no image of AWS was found for it: its list of images ends with 0.31.0',
  },
  {
    ...sglang,
    version: '0.5.17',
    argumentsSource: wheelOf('sglang', '0.5.17', '2026-08-08'),
    aws: sglangOnAws('0.5.17-gpu-py312-cu130-ubuntu24.04-sagemaker'),
    azure: sglangOnAzure,
    source: `${deepLearningContainers}@e0ecedea6a docs/src/data/sglang and scripts/docker/sglang; hub.docker.com/r/lmsysorg/sglang`,
    asOf: '2026-11-30',
  },
  {
    ...sglang,
    version: '0.5.21',
    argumentsSource: wheelOf('sglang', '0.5.21', '2026-10-01'),
    aws: sglangOnAws('0.5.21-gpu-py312-cu130-ubuntu24.04-sagemaker'),
    azure: sglangOnAzure,
    source: `${deepLearningContainers}@2f60860149 docs/src/data/sglang; hub.docker.com/r/lmsysorg/sglang`,
    asOf: '2026-11-30',
  },
  {
    engine: 'tgi',
    version: '3.3.7',
    arguments: tgiArguments,
    argumentsSource: {
      source: 'huggingface/text-generation-inference@v3.3.7 launcher/src/main.rs: every argument has `env`',
      asOf: '2026-11-30',
    },
    variables: { prefix: '' },
    azure: { image: 'ghcr.io/huggingface/text-generation-inference' },
    source: 'huggingface/text-generation-inference@v3.3.7',
    asOf: '2026-11-30',
    notes: 'in maintenance since 2025-12-11: its own README recommends vLLM and SGLang',
  },
  {
    engine: 'tgi',
    version: '3.3.6',
    arguments: tgiArguments,
    argumentsSource: { source: 'huggingface/text-generation-inference@v3.3.6 launcher/src/main.rs', asOf: '2026-11-30' },
    variables: { prefix: '' },
    azure: { image: 'ghcr.io/huggingface/text-generation-inference' },
    source: 'huggingface/text-generation-inference@v3.3.6',
    asOf: '2026-11-30',
    notes: 'in maintenance since 2025-12-11: its own README recommends vLLM and SGLang',
  },
  {
    engine: 'nim',
    version: '2.0.9',
    arguments: vllmArguments,
    argumentsSource: wheelOf('vllm', '0.25.1', '2026-07-14'),
    dtypeOfCheckpoint: 'auto',
    wraps: { engine: 'vllm', version: '0.25.1' },
    // Of its index of variables only these two were read.
    variables: { named: { model: 'NIM_MODEL_PATH' }, commandLine: 'NIM_PASSTHROUGH_ARGS' },
    source: 'docs.nvidia.com/nim/large-language-models/2.0.9 release notes, advanced configuration and environment variables',
    asOf: '2026-11-30',
    notes: 'each model has an image of its own, so no image is named here: add a row to your catalogue',
  },
  {
    engine: 'nim',
    version: '2.0.4',
    arguments: vllmArguments,
    argumentsSource: wheelOf('vllm', '0.20.0', '2026-04-27'),
    dtypeOfCheckpoint: 'auto',
    wraps: { engine: 'vllm', version: '0.20.0' },
    variables: nimVariables,
    source: 'docs.nvidia.com/nim/large-language-models/2.0.4 release notes, advanced configuration and index of variables',
    asOf: '2026-11-30',
    notes: 'each model has an image of its own, so no image is named here: add a row to your catalogue',
  },
];
