import { hostImageFact } from '../../../bin/check/host-image';

const third = 'al2-ami-sagemaker-inference-gpu-3-1';
const fourth = 'al2023-ami-sagemaker-inference-gpu-4-1';
const cuda13 = '0.27.1-gpu-py312-cu130-ubuntu22.04-sagemaker';

test.each([
  ['an image for CUDA 13 without a host image', cuda13, undefined, { known: fourth }],
  ['an image for CUDA 12 without one', cuda13.replace('cu130', 'cu124'), undefined, undefined],
  ['an image whose tag names no CUDA', 'latest', undefined, undefined],
  ['a host image that starts it', cuda13, fourth, { known: fourth }],
  [
    'a host image that is too old',
    cuda13,
    third,
    { known: fourth, problem: expect.stringContaining(third) as unknown },
  ],
])('%s', (_name, tag, stated, expected) => {
  expect(hostImageFact(tag, 'ml.g5.2xlarge', stated)).toEqual(expected);
});
