import assert from 'node:assert';
import { resolve } from '../../../lib/platform';
import { azurePlan } from '../../helpers/plan';
import { platform } from '../../helpers/platform';
import type { Case } from '../case';

export const wholeModelVersions: Case = {
  id: 'azure-A05',
  fault: 'a model version is a commit of 40 digits; tools of the service and all models of its vendor use an integer',
  expected: 'an integer as version, the commit in a tag, and a written version that is no integer refused',
  check() {
    const revision = '0123456789abcdef0123456789abcdef01234567';
    const { chat } = azurePlan().deployment.endpoints;
    assert.match(chat?.modelUri.value ?? '', /^azureml:\/\/registries\/[\w-]+\/models\/[\w-]+\/versions\/[1-9]\d*$/);
    assert.deepStrictEqual(chat?.modelTags?.value, { repository: 'Qwen/Qwen3-32B', revision });

    const azureModelUri = `azureml://registries/own/models/qwen/versions/${revision}`;
    const spec = platform();
    const written = { ...spec.models, chat: { ...spec.models['chat'], artifact: { azureModelUri } } };
    const { issues } = resolve({ ...spec, models: written });
    assert.deepStrictEqual(
      issues.map(({ code, path }) => [code, path]),
      [['InvalidArtifactUri', 'models.chat.artifact.azureModelUri']],
    );
  },
};
