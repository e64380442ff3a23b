import type { ContainerPort } from '../row-types';
import type { EngineName } from '../types';

/** Where published serving containers answer, by engine. The images of AWS follow the contract of SageMaker instead. */
export const containerPorts: Readonly<Record<EngineName | 'aws', ContainerPort>> = {
  aws: {
    port: 8080,
    healthPath: '/ping',
    source: 'aws/deep-learning-containers@e0ecedea6a docs/vllm/configuration.md and docs/vllm/index.md',
    asOf: '2026-08-21',
  },
  vllm: {
    port: 8000,
    healthPath: '/health',
    source: 'aws/deep-learning-containers@e0ecedea6a docs/vllm/configuration.md, server-cuda',
    asOf: '2026-08-21',
  },
  tgi: {
    port: 80,
    healthPath: '/health',
    source: 'huggingface/text-generation-inference@v3.3.7 Dockerfile (PORT=80) and router/src/server.rs',
    asOf: '2026-11-30',
  },
  nim: {
    port: 8000,
    healthPath: '/v1/health/ready',
    source: 'docs.nvidia.com/nim/large-language-models, API reference',
    asOf: '2026-11-30',
    confidence: 'medium',
  },
  sglang: {
    port: 30000,
    healthPath: '/health',
    source: 'docs.sglang.ai, server arguments and native APIs',
    asOf: '2026-11-30',
    confidence: 'medium',
  },
};
