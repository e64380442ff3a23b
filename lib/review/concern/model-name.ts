import type { ResourceNode } from '../../graph';
import type { PlacedValue } from './values';
import { scalarsOf } from './values';

/** Names of properties that hold a managed model, a profile or the version of a model. */
const modelKeys =
  /^(FoundationModel|ModelId|ModelArn|ModelIdentifier|EmbeddingModelArn|InferenceProfileIdentifier|CopyFrom|BaseModelIdentifier|modelId)$/;

/** The managed models that a resource names, with their places. */
export function modelsOf(node: ResourceNode | undefined): readonly PlacedValue[] {
  return scalarsOf(node).filter(({ path, key, value }) => {
    if (typeof value !== 'string') return false;
    if (modelKeys.test(key)) return true;
    return (
      node?.type === 'azure-native:cognitiveservices:Deployment' && /^properties\.model\.(name|version)$/.test(path)
    );
  });
}

/** The id of a model or profile, without the ARN around it. */
export function modelIdOf(text: string): string {
  return /(?:foundation-model|inference-profile)\/([^/"}]+)$/.exec(text)?.[1] ?? text;
}
