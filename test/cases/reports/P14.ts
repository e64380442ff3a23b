import { hostTriple } from '../../../lib/catalog/host-images';
import { awsCaseEndpoint } from '../../helpers/case-config';
import type { Case } from '../case';

export const p14: Case = {
  id: 'P14',
  fault: 'a CUDA 13 image on a host image with driver 550 stays in Creating and writes no log',
  expected: 'every variant with a cu130 image gets al2023-ami-sagemaker-inference-gpu-4-1, and 3-1 is refused',
  check: () => {
    const { inferenceAmiVersion } = awsCaseEndpoint();
    expect(inferenceAmiVersion.value).toBe('al2023-ami-sagemaker-inference-gpu-4-1');
    const tag = '0.27.1-gpu-py312-cu130-ubuntu22.04-sagemaker';
    const stated = { tag, inferenceAmiVersion: 'al2-ami-sagemaker-inference-gpu-3-1' };
    expect(hostTriple(stated, 'ml.g6e.2xlarge').kind).toBe('impossible');
  },
};
