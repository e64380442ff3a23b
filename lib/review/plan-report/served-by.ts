import type { AzureOnlineEndpointPlan } from '../../plan';

/** How an online endpoint on Azure is served, in a line. The predicted times are those of vLLM, whatever serves. */
export function servedBy({ servedFrom, container, modelUri }: AzureOnlineEndpointPlan): string {
  const image = repositoryOf(container?.imageUri.value ?? '');
  switch (servedFrom.value) {
    case 'published-image':
      return `published image ${image}`;
    case 'own-image':
      return `own image ${image}; predicted times are those of vLLM`;
    case 'cached-image':
      return `cached image ${image}`;
    case 'hugging-face':
      return `HuggingFace model ${versionOf(modelUri.value)} with its own engine, behind an Azure Firewall; predicted times are those of vLLM`;
  }
}

/** `serving/vllm` of `registry.azurecr.io/serving/vllm@sha256:…`. */
function repositoryOf(imageUri: string): string {
  return (imageUri.split('@')[0] ?? '').split('/').slice(1).join('/');
}

/** `qwen-qwen3-8b, version 3` of `azureml://registries/HuggingFace/models/qwen-qwen3-8b/versions/3`. */
function versionOf(uri: string): string {
  const [name = '', , version = ''] = uri.split('/').slice(-3);
  return `${name}, version ${version},`;
}
