import { settle } from '../../../../lib/plan';
import { azurePlan } from '../../../helpers/plan';
import { digest, endpoint } from '../../../helpers/platform';

test('serves from an image of its own registry, with every argument written out', () => {
  const { initialization, evaluation, deployment } = azurePlan();
  const registry = initialization.containerRegistry.name.value;
  expect(settle(deployment.endpoints.chat)).toMatchObject({
    placement: 'azure-ml',
    instanceType: 'Standard_NC40ads_H100_v5',
    instanceCount: 1,
    servedFrom: 'published-image',
    container: {
      imageUri: `${registry}.azurecr.io/deep-learning-containers/vllm@${digest('b')}`,
      importFrom: `public.ecr.aws/deep-learning-containers/vllm@${digest('b')}`,
      port: 8080,
      healthPath: '/ping',
      modelMountPath: '/models',
    },
    modelUri: `azureml://registries/${evaluation.registryName.value}/models/Qwen-Qwen3-32B-0123456789ab/versions/1`,
    maxConcurrentRequestsPerInstance: 8,
    quota: { name: 'StandardNCadsH100v5Family', needed: 80, unit: 'vcpu' },
    usdPerMonth: 6570,
  });
  expect(deployment.endpoints.chat?.environment.value).toEqual({
    HF_HUB_OFFLINE: '1',
    TRANSFORMERS_OFFLINE: '1',
    VLLM_NO_USAGE_STATS: '1',
    OPT_OUT_TRACKING: 'true',
    SM_VLLM_DTYPE: 'bfloat16',
    SM_VLLM_GPU_MEMORY_UTILIZATION: '0.9',
    SM_VLLM_MAX_MODEL_LEN: '5120',
    SM_VLLM_MAX_NUM_BATCHED_TOKENS: '8192',
    SM_VLLM_MAX_NUM_SEQS: '8',
    SM_VLLM_MODEL: '/models',
    SM_VLLM_SERVED_MODEL_NAME: 'chat',
    SM_VLLM_TENSOR_PARALLEL_SIZE: '1',
  });
});

test('names a deployment after what cannot change in place: another VM size is another one, another image is not', () => {
  const name = (overrides: Parameters<typeof endpoint>[0]): string | undefined =>
    azurePlan({ endpoints: { chat: endpoint(overrides) } }).deployment.endpoints.chat?.deploymentName.value;
  const serving = { engine: 'vllm', version: '0.27.1', imageDigest: { aws: digest('a'), azure: digest('d') } } as const;
  expect(name({})).toMatch(/^vllm-[0-9a-f]{8}$/);
  expect(name({ serving })).toBe(name({}));
  expect(name({ pinned: { azure: { replicas: 2 } } })).toBe(name({}));
});

test('waits between 30 and 180 seconds for an answer', () => {
  const seconds = (outputTokens: number): number | undefined =>
    azurePlan({
      endpoints: { chat: endpoint({ traffic: { peakConcurrency: 1, inputTokens: 100, outputTokens } }) },
    }).deployment.endpoints.chat?.requestTimeoutSeconds.value;
  expect([seconds(10), seconds(4000)]).toEqual([30, 180]);
});

test('a model of the HuggingFace registry is sized without the settings that do not reach it, and a firewall is not priced', () => {
  const traffic = { peakConcurrency: 60, inputTokens: 1000, outputTokens: 200 };
  const planned = (registry: boolean, gpuMemoryUtilization?: number) => {
    const { serving } = endpoint();
    const azure = registry ? ({ from: 'hugging-face', model: 'qwen-qwen3-32b', version: 7 } as const) : undefined;
    const chat = endpoint({
      traffic,
      serving: {
        ...serving,
        imageDigest: registry ? { aws: digest('a') } : serving.imageDigest,
        ...(azure === undefined ? {} : { azure }),
        ...(gpuMemoryUtilization === undefined ? {} : { gpuMemoryUtilization }),
      },
    });
    return azurePlan({ endpoints: { chat } }, 'prod').deployment.endpoints.chat;
  };
  const size = (plan: ReturnType<typeof planned>) => [
    plan?.instanceCount.value,
    plan?.maxConcurrentRequestsPerInstance.value,
  ];
  expect(size(planned(true, 0.98))).toEqual(size(planned(true)));
  expect(size(planned(false, 0.98))).not.toEqual(size(planned(false)));
  const firewall = 'an Azure Firewall for the hosts of the HuggingFace registry';
  expect(planned(true)?.cost.notIncluded.value).toContain(firewall);
  expect(planned(false)?.cost.notIncluded.value).not.toContain(firewall);
  expect(planned(true)?.maxConcurrentRequestsPerInstance.because[0]?.text).toContain('sets its own');
  expect(planned(false)?.maxConcurrentRequestsPerInstance.because[0]?.text).toContain('max-num-seqs');
});
