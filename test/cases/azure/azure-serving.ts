import assert from 'node:assert';
import { catalog } from '../../../lib/catalog';
import { plan, settle } from '../../../lib/plan';
import type { EndpointSpec } from '../../../lib/platform';
import { resolve } from '../../../lib/platform';
import config from '../../../llmops.config';
import { recordEnvironment } from '../../helpers/azure-platform';
import { ofType, onlyOfType } from '../../helpers/azure-recording';
import { environmentPlan } from '../../helpers/plan';
import { endpoint } from '../../helpers/platform';
import type { Case } from '../case';

export const servingWithoutABuild: Case = {
  id: 'azure-serving',
  fault: 'Azure serves only with an image built by hand, because no deployment has a command line',
  expected:
    'a published image driven by variables by default; a model of the HuggingFace registry with its needs by choice',
  async check() {
    const resolved = resolve(config);
    assert.ok(resolved.ok);
    const planned = plan(resolved.value, 'prod', catalog);
    assert.ok(planned.ok);
    const chat = planned.value.azure?.deployment.endpoints['chat'];
    assert.strictEqual(chat?.servedFrom.value, 'published-image');
    assert.match(chat.container?.importFrom?.value ?? '', /^public\.ecr\.aws\/.*@sha256:[0-9a-f]{64}$/);
    assert.strictEqual(chat.environment.value['SM_VLLM_MODEL'], chat.container?.modelMountPath.value);
    const refused = chat.servedFrom.rejected.map(({ reason }) => reason);
    assert.ok(refused.filter((reason) => reason.includes('preview')).length > 0);

    const recording = await recordEnvironment(settle(environmentPlan({ endpoints: { chat: hub() } }, 'prod')));
    const deployment = onlyOfType(recording, 'azure-native:machinelearningservices:OnlineDeployment');
    const properties = JSON.stringify(deployment.inputs['properties']);
    assert.match(properties, /"model":"azureml:\/\/registries\/HuggingFace\/models\/qwen-qwen3-32b\/versions\/7"/);
    assert.doesNotMatch(properties, /environmentId|modelMountPath/);
    const rules = ofType(recording, 'azure-native:machinelearningservices:ManagedNetworkSettingsRule');
    assert.ok(rules.some(({ inputs }) => JSON.stringify(inputs['properties']).includes('cdn-lfs.huggingface.co')));
  },
};

function hub(): EndpointSpec {
  const spec = endpoint();
  const azure = { from: 'hugging-face', model: 'qwen-qwen3-32b', version: 7 } as const;
  const { aws } = spec.serving.imageDigest;
  return { ...spec, serving: { ...spec.serving, imageDigest: aws === undefined ? {} : { aws }, azure } };
}
