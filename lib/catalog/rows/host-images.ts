import type { CudaOnHostRow, HostImageRow, HostOnFamilyRow } from '../row-types';

const model = {
  source: 'botocore 1.44.8, data/sagemaker/2017-07-24/service-2.json, ProductionVariant.InferenceAmiVersion',
  asOf: '2026-11-30',
} as const;

const second = 'al2-ami-sagemaker-inference-gpu-2';
const secondToo = 'al2-ami-sagemaker-inference-gpu-2-1';
const third = 'al2-ami-sagemaker-inference-gpu-3-1';
const fourth = 'al2023-ami-sagemaker-inference-gpu-4-1';

/** Every host image for NVIDIA GPUs that the API model of SageMaker has. */
export const hostImages: readonly HostImageRow[] = [
  { id: second, driver: 535, cuda: '12.2', ...model },
  { id: secondToo, driver: 535, cuda: '12.2', ...model },
  { id: third, driver: 550, cuda: '12.4', ...model },
  { id: fourth, driver: 580, cuda: '13.0', ...model },
];

const containers = 'aws/deep-learning-containers@e0ecedea6a';
const samples = 'aws-samples/sagemaker-genai-hosting-examples@80ee5ebf37';

/** Images by the major version of their CUDA. A pair without a row was not tried in public. */
export const cudaOnHosts: readonly CudaOnHostRow[] = [
  {
    cudaMajor: 13,
    host: fourth,
    starts: 'yes',
    source: `${containers} test/test_utils/constants.py; aws/sagemaker-python-sdk#6281`,
    asOf: '2026-09-16',
  },
  {
    cudaMajor: 13,
    host: third,
    starts: 'no',
    source: `aws/deep-learning-containers#6144; aws/sagemaker-python-sdk#6281; against it ${containers} docs/vllm/deployment/sagemaker.md and ${samples} 01-models/google/embeddinggemma`,
    asOf: '2026-09-16',
    confidence: 'medium',
    notes:
      'the tests of AWS moved CUDA 13 images from this host to the one with driver 580; several pages and samples of AWS still use this host',
  },
  { cudaMajor: 12, host: third, starts: 'yes', source: `${containers} test/test_utils/constants.py`, asOf: '2026-08-21' },
  {
    cudaMajor: 12,
    host: fourth,
    starts: 'some',
    source: `aws/deep-learning-containers#6187; ${containers} test/whisperx/sagemaker/test_sm_model_data.py`,
    asOf: '2026-08-21',
    notes:
      'images for CUDA 12.8 and 12.9 stayed in Creating and wrote no log; djl-inference 0.36.0-lmi22.0.0-cu129 and ' +
      'vllm omni-sagemaker-cuda-v1 are deployed on it in aws-samples/sagemaker-genai-hosting-examples@80ee5ebf37',
  },
];

const onFourth = (
  family: string,
  use: HostOnFamilyRow['use'],
  source: string,
  { asOf, notes }: Pick<HostOnFamilyRow, 'asOf' | 'notes'>,
): HostOnFamilyRow => ({ host: fourth, family, use, source, asOf, ...(notes === undefined ? {} : { notes }) });

/** Public code sends CUDA 13 images to the host with driver 580 on these families; it says that its tests have not run. */
const setByLibrary = 'g4dn g5 p4d p4de p5'
  .split(' ')
  .map((family) => onFourth(family, 'set', 'autogluon/autogluon-cloud#270', { asOf: '2026-09-18' }));

/** Native code for Blackwell begins with CUDA 12.8, and the driver of the host has 12.4. */
const withoutBlackwell = 'g7 g7e p6-b200 p6-b300 p6e-gb200'.split(' ').map((family): HostOnFamilyRow => ({
  host: third,
  family,
  use: 'no',
  source: 'docs.nvidia.com/cuda/blackwell-compatibility-guide, 1.4 Building Applications with Blackwell Architecture Support',
  asOf: '2026-08-14',
  confidence: 'medium',
  notes: 'native code for Blackwell begins with CUDA 12.8, and the driver of this host has CUDA 12.4',
}));

/** Instance families on the two hosts of current images. A family without a row is unknown. */
export const hostsOnFamilies: readonly HostOnFamilyRow[] = [
  onFourth('g6', 'seen', `${containers} test/vllm/sagemaker/test_sm_endpoint.py`, { asOf: '2026-08-21' }),
  onFourth('g6e', 'seen', `${containers} .github/config/model-tests/vllm-sagemaker-endpoint-tests.yml`, { asOf: '2026-08-21' }),
  onFourth('g7e', 'seen', `${samples} 07-benchmark/autobench/benchmarks.yaml.example`, { asOf: '2026-08-06' }),
  onFourth('p5e', 'seen', `${samples} 07-benchmark/autobench/benchmarks.yaml.example`, { asOf: '2026-08-06' }),
  onFourth('p5en', 'seen', `${samples} 01-models/GLM/GLM-5.2/GLM-5.2.ipynb`, { asOf: '2026-08-06' }),
  onFourth('p6-b200', 'seen', `${samples} 07-benchmark/autobench/benchmarks.yaml.example`, { asOf: '2026-08-06' }),
  ...setByLibrary,
  onFourth(
    'g7',
    'unknown',
    'docs.aws.amazon.com/eks/latest/userguide/ml-eks-optimized-ami.html, as quoted in NVIDIA/aicr#2743',
    { asOf: '2026-11-30', notes: 'EKS asks for driver 595 on G7, and the newest host image of SageMaker has 580' },
  ),
  onFourth('p6-b300', 'unknown', 'no public sample of a SageMaker endpoint on the family was found', { asOf: '2026-11-30' }),
  onFourth('p6e-gb200', 'unknown', 'no public sample of a SageMaker endpoint on the family was found', { asOf: '2026-11-30' }),
  ...withoutBlackwell,
  {
    host: third,
    family: 'g4dn',
    use: 'seen',
    source: `${containers} test/ray/sagemaker/test_sm_endpoint_gpu.py`,
    asOf: '2026-08-21',
  },
  { host: third, family: 'g5', use: 'seen', source: `${containers} examples/ray/sagemaker`, asOf: '2026-08-21' },
  {
    host: third,
    family: 'g6',
    use: 'seen',
    source: `${containers} test/tei/sagemaker/sagemaker_dlc_test.py`,
    asOf: '2026-08-21',
  },
  {
    host: third,
    family: 'g6e',
    use: 'seen',
    source: `${samples} 01-models/mistral/Devstral-Small-2-2512/Devstral-Small-2-2512-vLLM.ipynb`,
    asOf: '2026-08-06',
  },
  ...'p5e p5en'.split(' ').map((family): HostOnFamilyRow => ({
    host: third,
    family,
    use: 'set',
    source: 'docs.aws.amazon.com/sagemaker/latest/dg/inference-gpu-drivers.html',
    asOf: '2026-11-30',
    notes: 'driver and CUDA of this host are the default of the family',
  })),
];
