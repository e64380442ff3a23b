import {
  azureMlEnvironment,
  azureMlMountPath,
  azureMlVariables,
  sageMakerEnvironment,
} from '../../../../lib/plan/endpoint/serving';
import { engineRow } from '../../../helpers/engine-row';
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
