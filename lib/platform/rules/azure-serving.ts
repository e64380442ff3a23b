import type { EndpointSpec } from '../endpoint';
import type { Issue } from '../issue';

const repository = /^[a-z0-9]+([._/-][a-z0-9]+)*$/;
const registryModel = /^[A-Za-z0-9][\w.-]{0,254}$/;

/** Checks what serves on Azure: names that exist in a registry, and settings that have an effect. */
export function azureServingIssues(path: string, { clouds, serving }: EndpointSpec): readonly Issue[] {
  const { azure } = serving;
  if (azure === undefined) return [];
  const at = `${path}.serving.azure`;
  if (!clouds.includes('azure')) return [withoutEffect(at, azure, `add 'azure' to ${path}.clouds, or remove ${at}`)];
  if (azure.from === 'own-image' && !repository.test(azure.repository))
    return [
      notAName(`${at}.repository`, azure.repository, 'a repository such as serving/vllm, without registry and tag'),
    ];
  if (azure.from !== 'hugging-face') return [];
  return [
    ...(registryModel.test(azure.model)
      ? []
      : [notAName(`${at}.model`, azure.model, 'a model of the HuggingFace registry, such as qwen-qwen3-8b')]),
    ...(serving.imageDigest.azure === undefined
      ? []
      : [
          withoutEffect(
            `${path}.serving.imageDigest.azure`,
            serving.imageDigest.azure,
            `remove it: the model of the registry brings its own image`,
          ),
        ]),
  ];
}

/** Whether an endpoint needs an image of a digest on Azure. */
export function needsAzureImage({ serving }: EndpointSpec): boolean {
  return serving.azure?.from !== 'hugging-face';
}

/** A value that nothing reads. */
export function withoutEffect(path: string, got: unknown, fix: string): Issue {
  return {
    code: 'ServingWithoutEffect',
    path,
    message: 'the value has no effect on Azure',
    got,
    expected: 'nothing here',
    fix,
  };
}

function notAName(path: string, got: string, expected: string): Issue {
  return {
    code: 'InvalidServingName',
    path,
    message: 'no registry has such a name',
    got,
    expected,
    fix: `write ${expected}`,
  };
}
