import type { ServingEngine } from '../types';

export const engines: readonly ServingEngine[] = [
  {
    engine: 'vllm',
    version: '0.27.1',
    aws: {
      repository: 'vllm',
      tag: '0.27.1-gpu-py312-cu130-ubuntu22.04-sagemaker',
    },
    azure: { image: 'docker.io/vllm/vllm-openai' },
    source: 'aws/deep-learning-containers@e0ecedea6a; hub.docker.com/r/vllm/vllm-openai',
    asOf: '2026-11-01',
  },
];
