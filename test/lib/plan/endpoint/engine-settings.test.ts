import { argumentsOf, engineValues, variablesOf } from '../../../../lib/plan/endpoint/engine-settings';
import { engineRow } from '../../../helpers/engine-row';
import { size } from '../../../helpers/sized-endpoint';

const chosen = size({ tensorParallel: 2, maxNumSeqs: 16 });

test.each([
  [
    'sglang',
    '0.5.21',
    '--chunked-prefill-size 8192 --context-length 5120 --dtype bfloat16 --max-running-requests 16 --model-path /models ' +
      '--served-model-name chat --tp-size 2',
  ],
  [
    'tgi',
    '3.3.7',
    '--cuda-memory-fraction 0.9 --dtype bfloat16 --max-batch-prefill-tokens 8192 --max-concurrent-requests 16 ' +
      '--max-total-tokens 5120 --model-id /models --num-shard 2',
  ],
] as const)('the command line of %s %s', (engine, version, expected) => {
  const row = engineRow(engine, version);
  expect(argumentsOf(row, engineValues(row, 'chat', chosen, '/models')).join(' ')).toBe(expected);
});

test('TGI reads each argument from a variable with its name, and takes the format of a quantised checkpoint from its files', () => {
  const row = engineRow('tgi', '3.3.7');
  const values = engineValues(row, 'chat', size({ dtype: 'fp8' }), '/models');
  expect(variablesOf(row, row.variables ?? {}, values)).toEqual({
    CUDA_MEMORY_FRACTION: '0.9',
    MAX_BATCH_PREFILL_TOKENS: '8192',
    MAX_CONCURRENT_REQUESTS: '8',
    MAX_TOTAL_TOKENS: '5120',
    MODEL_ID: '/models',
    NUM_SHARD: '1',
  });
});

test('NIM has a few variables of its own and passes the other arguments to the vLLM inside', () => {
  const row = engineRow('nim', '2.0.4');
  expect(variablesOf(row, row.variables ?? {}, engineValues(row, 'chat', chosen, '/models'))).toEqual({
    NIM_MAX_MODEL_LEN: '5120',
    NIM_MODEL_PATH: '/models',
    NIM_SERVED_MODEL_NAME: 'chat',
    NIM_PASSTHROUGH_ARGS:
      '--dtype bfloat16 --gpu-memory-utilization 0.9 --max-num-batched-tokens 8192 --max-num-seqs 16 --tensor-parallel-size 2',
  });
});

test('SGLang in the container of AWS', () => {
  const row = engineRow('sglang', '0.5.21');
  expect(variablesOf(row, row.aws?.variables ?? {}, engineValues(row, 'chat', chosen, '/opt/ml/model'))).toMatchObject({
    SM_SGLANG_TP_SIZE: '2',
    SM_SGLANG_MODEL_PATH: '/opt/ml/model',
  });
});

describe('a flag and a list', () => {
  const values = { enableAdapters: 'true', adapters: ['a=/a', 'b=/b'] } as const;
  test('on a command line a flag has no value, and each element is an argument', () => {
    expect(argumentsOf(engineRow('vllm', '0.31.0'), values)).toEqual([
      '--enable-lora',
      '--lora-modules',
      'a=/a',
      'b=/b',
    ]);
  });
  test('in the container of AWS a flag is true, and a list is a JSON array', () => {
    const row = engineRow('vllm', '0.31.0');
    expect(variablesOf(row, row.aws?.variables ?? {}, values)).toEqual({
      SM_VLLM_ENABLE_LORA: 'true',
      SM_VLLM_LORA_MODULES: '["a=/a","b=/b"]',
    });
  });
  test('a container without variables and without a command line gets nothing', () => {
    expect(variablesOf(engineRow('vllm', '0.31.0'), {}, values)).toEqual({});
  });
});

test('experts that are spread are a flag', () => {
  const row = engineRow('vllm', '0.33.0');
  const values = engineValues(row, 'chat', size({ expertParallel: true }), '/models');
  expect(argumentsOf(row, values)).toContain('--enable-expert-parallel');
  expect(argumentsOf(row, engineValues(row, 'chat', size(), '/models'))).not.toContain('--enable-expert-parallel');
});
