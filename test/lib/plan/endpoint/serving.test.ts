import {
  azureMlEnvironment,
  azureMlMountPath,
  azureMlVariables,
  sageMakerEnvironment,
} from '../../../../lib/plan/endpoint/serving';
import { openWeights } from '../../../../lib/platform';
import { awsCaseEndpoint } from '../../../helpers/case-config';
import { engineRow } from '../../../helpers/engine-row';
import { digest } from '../../../helpers/platform';
import { size } from '../../../helpers/sized-endpoint';

const vllm = engineRow('vllm', '0.27.1');
const vllmImage = vllm.aws ?? fail('0.27.1 has an image on AWS');

function fail(text: string): never {
  throw new Error(text);
}

const quiet = { HF_HUB_OFFLINE: '1', TRANSFORMERS_OFFLINE: '1', VLLM_NO_USAGE_STATS: '1' };

test('every argument of the size is explicit on both clouds', () => {
  const quantised = size({ dtype: 'fp8', tensorParallel: 4, maxNumSeqs: 32, gpuMemoryUtilization: 0.85 });
  expect(azureMlEnvironment(vllm, 'chat', quantised, 'ENGINE_ARGS').value['ENGINE_ARGS']).toBe(
    '--dtype auto --gpu-memory-utilization 0.85 --max-model-len 5120 --max-num-batched-tokens 8192 --max-num-seqs 32 ' +
      '--model /models --served-model-name chat --tensor-parallel-size 4',
  );
  expect(sageMakerEnvironment(vllm, vllmImage, 'chat', quantised).value).toEqual({
    ...quiet,
    SM_VLLM_DTYPE: 'auto',
    SM_VLLM_GPU_MEMORY_UTILIZATION: '0.85',
    SM_VLLM_MAX_MODEL_LEN: '5120',
    SM_VLLM_MAX_NUM_BATCHED_TOKENS: '8192',
    SM_VLLM_MAX_NUM_SEQS: '32',
    SM_VLLM_MODEL: '/opt/ml/model',
    SM_VLLM_SERVED_MODEL_NAME: 'chat',
    SM_VLLM_TENSOR_PARALLEL_SIZE: '4',
  });
});

test.each([
  ['bf16', 'bfloat16'],
  ['fp16', 'float16'],
  ['int4', 'auto'],
  ['nvfp4', 'auto'],
] as const)('the dtype of %s is %s', (dtype, argument) => {
  expect(azureMlEnvironment(vllm, 'chat', size({ dtype }), 'ENGINE_ARGS').value['ENGINE_ARGS']).toMatch(
    new RegExp(`^--dtype ${argument} `),
  );
});

test('nothing is downloaded, and the weights are mounted where the variables say', () => {
  const image = { ...vllmImage, quiet: { OPT_OUT_TRACKING: 'true' } };
  const { value } = azureMlVariables(vllm, image, 'chat', size());
  expect(value).toMatchObject({ ...quiet, OPT_OUT_TRACKING: 'true', SM_VLLM_MODEL: azureMlMountPath().value });
});

describe('settings of the spec reach the engine', () => {
  const digestOf = { aws: digest('a') };

  test('the share of the memory', () => {
    const serving = { engine: 'vllm', version: '0.27.1', imageDigest: digestOf, gpuMemoryUtilization: 0.95 } as const;
    expect(awsCaseEndpoint({ endpoint: { serving } }).environment.value).toMatchObject({
      SM_VLLM_GPU_MEMORY_UTILIZATION: '0.95',
    });
  });

  test('whole experts, which make a split legal', () => {
    const model = openWeights('Qwen/Qwen3-30B-A3B-FP8', { revision: '0123456789abcdef0123456789abcdef01234567' });
    const pinned = { aws: { instanceType: 'ml.g6e.12xlarge', tensorParallel: 4 } };
    const serving = { engine: 'vllm', version: '0.27.1', imageDigest: digestOf, expertParallel: true } as const;
    expect(
      awsCaseEndpoint({ region: 'us-east-1', model, endpoint: { pinned, serving } }).environment.value,
    ).toMatchObject({
      SM_VLLM_ENABLE_EXPERT_PARALLEL: 'true',
      SM_VLLM_TENSOR_PARALLEL_SIZE: '4',
    });
  });

  test('the version of the engine, which makes it legal too', () => {
    const model = openWeights('Qwen/Qwen3-30B-A3B-FP8', { revision: '0123456789abcdef0123456789abcdef01234567' });
    const pinned = { aws: { instanceType: 'ml.g6e.12xlarge', tensorParallel: 4 } };
    const serving = { engine: 'vllm', version: '0.31.0', imageDigest: digestOf } as const;
    const planned = awsCaseEndpoint({ region: 'us-east-1', model, endpoint: { pinned, serving } });
    expect(planned.environment.value).not.toHaveProperty('SM_VLLM_ENABLE_EXPERT_PARALLEL');
    expect(planned.environment.value).toMatchObject({ SM_VLLM_TENSOR_PARALLEL_SIZE: '4' });
  });

  test('SGLang on SageMaker, in its own words', () => {
    const serving = { engine: 'sglang', version: '0.5.21', imageDigest: digestOf } as const;
    const { environment, imageUri } = awsCaseEndpoint({ endpoint: { serving } });
    expect(imageUri.value).toContain('/sglang@sha256:');
    expect(environment.value).toMatchObject({ SM_SGLANG_TP_SIZE: '1', SM_SGLANG_SERVED_MODEL_NAME: 'chat' });
    expect(Object.keys(environment.value).filter((name) => name.includes('VLLM'))).toEqual([]);
  });
});
