import type {
  AzureOpenAiModel,
  BedrockModel,
  Issue,
  KnowledgeSpec,
  OpenWeightsModel,
  ResolvedPlatform,
  TuningSpec,
} from '../platform';
import type { Keyed } from './order';
import { byKey } from './order';

/** Anything planned for a platform, such as an environment. */
interface OfPlatform {
  readonly platform: ResolvedPlatform;
}

/** Knowledge stored in S3 Vectors. */
export function awsKnowledge({ platform }: OfPlatform): readonly Keyed<KnowledgeSpec>[] {
  return byKey(platform.knowledge).filter(([, { stores }]) => stores.includes('s3-vectors'));
}

/** Knowledge stored in AI Search. */
export function azureKnowledge({ platform }: OfPlatform): readonly Keyed<KnowledgeSpec>[] {
  return byKey(platform.knowledge).filter(([, { stores }]) => stores.includes('ai-search'));
}

/** Tuning jobs: in every environment, because training data may not leave the account it belongs to. */
export function tuningJobs({ platform }: OfPlatform): readonly Keyed<TuningSpec>[] {
  return byKey(platform.tuning);
}

/** Keys of the models with a version history. */
export function registryModels({ platform }: OfPlatform): readonly string[] {
  return platform.registry.models.toSorted();
}

/** Open weights under a key; undefined where the key names none, which `resolve` refuses. */
export function openWeightsModel({ platform }: OfPlatform, key: string): OpenWeightsModel | undefined {
  const model = platform.models[key];
  return model?.kind === 'open-weights' ? model : undefined;
}

/** Bedrock models of the platform. */
export function bedrockModels({ platform }: OfPlatform): readonly Keyed<BedrockModel>[] {
  return byKey(platform.models).flatMap(([key, model]) => (model.kind === 'bedrock' ? [[key, model] as const] : []));
}

/** Azure OpenAI models of the platform. */
export function azureOpenAiModels({ platform }: OfPlatform): readonly Keyed<AzureOpenAiModel>[] {
  return byKey(platform.models).flatMap(([key, model]) =>
    model.kind === 'azure-openai' ? [[key, model] as const] : [],
  );
}

/** A reference that `resolve` refuses: the platform was not resolved. */
export function unresolved(path: string, got: string): Issue {
  return {
    code: 'UnresolvedReference',
    path,
    message: `'${got}' names no model of the kind that is needed here`,
    got,
    expected: 'a platform that resolve accepted',
    fix: 'resolve the platform before planning it',
  };
}
