import { hostTriple } from '../../../lib/catalog/host-images';
import { familyOf } from '../../../lib/constraints/local-nvme';
import { awsCase, awsCaseEndpoint } from '../../helpers/case-config';
import type { Case } from '../case';

const cuda12 = { tag: '0.11.0-gpu-py312-cu129-ubuntu22.04-sagemaker' };
const cuda13 = { tag: '0.27.1-gpu-py312-cu130-ubuntu22.04-sagemaker' };
const newest = 'al2023-ami-sagemaker-inference-gpu-4-1';

export const aws01: Case = {
  id: 'aws-01',
  fault: 'image, host image and device did not fit together, and --explain said that they did',
  expected:
    'one triple with a source for each part; an impossible one is refused while it is planned, an unknown one is said to be',
  check: () => {
    const { inferenceAmiVersion, instanceType } = awsCaseEndpoint();
    expect(inferenceAmiVersion.value).toBe(newest);
    for (const { source } of inferenceAmiVersion.because) expect(source).toBeDefined();
    const text = inferenceAmiVersion.because.map((reason) => reason.text).join(' ');
    expect(text).toContain('driver 580, CUDA 13.0');
    expect(text).toContain(familyOf(instanceType.value));

    expect(hostTriple(cuda12, 'ml.g7e.2xlarge').kind).toBe('impossible');
    expect(hostTriple({ ...cuda12, inferenceAmiVersion: newest }, 'ml.g7e.2xlarge')).toMatchObject({ use: 'seen' });
    for (const family of ['g7e', 'p6-b200']) {
      expect(hostTriple(cuda13, `ml.${family}.48xlarge`)).toMatchObject({ host: newest, use: 'seen' });
    }
    for (const family of ['g7', 'p6-b300', 'p6e-gb200']) {
      expect(hostTriple(cuda13, `ml.${family}.48xlarge`)).toMatchObject({ use: 'unknown' });
    }
    const pinned = awsCase({ region: 'us-east-1', endpoint: { pinned: { aws: { instanceType: 'ml.g7.2xlarge' } } } });
    expect(pinned.ok).toBe(true);
    expect(pinned.issues).toContainEqual(expect.objectContaining({ code: 'HostImageUnproven', got: 'ml.g7.2xlarge' }));
  },
};
