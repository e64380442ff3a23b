import { catalog } from '../../../../lib/catalog';
import { settle } from '../../../../lib/plan';
import { azureServing } from '../../../../lib/plan/azure/serving';
import type { EndpointSpec } from '../../../../lib/platform';
import { openWeights } from '../../../../lib/platform';
import { engineRow } from '../../../helpers/engine-row';
import { digest, endpoint } from '../../../helpers/platform';
import { sizedEndpoint } from '../../../helpers/sized-endpoint';

const model = openWeights('Qwen/Qwen3-8B', { revision: '0123456789abcdef0123456789abcdef01234567' });
const registries = { images: 'crtest', models: 'mlr-test' };

function serve(serving: Partial<EndpointSpec['serving']>) {
  const spec = endpoint({
    serving: { engine: 'vllm', version: '0.31.0', imageDigest: { azure: digest('b') }, ...serving },
  });
  const engine = engineRow(spec.serving.engine, spec.serving.version);
  const sized = { ...sizedEndpoint(), engine };
  return azureServing({ context: { key: 'chat', endpoint: spec, model, catalog }, sized, registries });
}

test.each([
  ['vllm', '0.31.0', 'public.ecr.aws/deep-learning-containers/vllm', 8080, '/ping', 'SM_VLLM_MODEL'],
  ['sglang', '0.5.21', 'public.ecr.aws/deep-learning-containers/sglang', 8080, '/ping', 'SM_SGLANG_MODEL_PATH'],
  ['tgi', '3.3.7', 'ghcr.io/huggingface/text-generation-inference', 80, '/health', 'MODEL_ID'],
] as const)('%s %s is served from %s on port %d', (engine, version, image, port, healthPath, variable) => {
  const served = serve({ engine, version });
  if (!served.ok) throw new Error(JSON.stringify(served.issues));
  expect(settle(served.value.container)).toMatchObject({
    imageUri: `crtest.azurecr.io/${image.split('/').slice(1).join('/')}@${digest('b')}`,
    importFrom: `${image}@${digest('b')}`,
    port,
    healthPath,
  });
  expect(served.value.environment.value[variable]).toBe('/models');
  const rules = served.value.container?.imageUri.because.map(({ rule }) => rule);
  expect(rules).toEqual(['serving.image-by-digest', 'serving.host-driver-unknown']);
  expect(served.value.servedFrom.rejected.filter(({ possible }) => possible === false)).toHaveLength(2);
});

test('an image of your own gets the command line in one variable and is imported from nowhere', () => {
  const served = serve({ version: '0.33.0', azure: { from: 'own-image', repository: 'serving/vllm' } });
  if (!served.ok) throw new Error(JSON.stringify(served.issues));
  const { container, environment } = settle(served.value);
  expect(container).toMatchObject({ imageUri: `crtest.azurecr.io/serving/vllm@${digest('b')}`, port: 8000 });
  expect(container).not.toHaveProperty('importFrom');
  expect(environment['ENGINE_ARGS']).toContain('--model /models');
});

test('a model of the HuggingFace registry is named by a whole number and has no container', () => {
  const served = serve({ imageDigest: {}, azure: { from: 'hugging-face', model: 'qwen-qwen3-8b', version: 3 } });
  if (!served.ok) throw new Error(JSON.stringify(served.issues));
  expect(settle(served.value)).toEqual({
    servedFrom: 'hugging-face',
    environment: {},
    modelUri: 'azureml://registries/HuggingFace/models/qwen-qwen3-8b/versions/3',
  });
});

test('an engine version without an image driven by variables is refused, and the versions that have one are named', () => {
  const { ok, issues } = serve({ version: '0.33.0' });
  expect(ok).toBe(false);
  expect(issues).toMatchObject([
    { code: 'NoVariableImage', path: 'endpoints.chat.serving.version', got: 'vllm 0.33.0' },
  ]);
  expect(issues[0]?.expected).toContain(`'0.31.0'`);
  expect(issues[0]?.fix).toContain('own-image');
});
