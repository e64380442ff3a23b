import type {
  AzureOpenAiModel,
  BedrockModel,
  Cloud,
  EndpointSpec,
  Issue,
  KnowledgeSpec,
  OpenWeightsModel,
  TuningSpec,
} from '../platform';
import type { EnvironmentContext } from './context';
import type { EndpointRole } from './endpoint/endpoint-plan';
import { roleOn } from './endpoint/failover-role';
import type { Places } from './endpoint/services';

/** An entry of the spec under its key. */
export type Keyed<T> = readonly [key: string, entry: T];

/** Endpoints that run on AWS. */
export function awsEndpoints(context: EnvironmentContext): readonly Keyed<EndpointSpec>[] {
  return endpointsOn(context, 'aws');
}

/** Endpoints that run on Azure. */
export function azureEndpoints(context: EnvironmentContext): readonly Keyed<EndpointSpec>[] {
  return endpointsOn(context, 'azure');
}

function endpointsOn(context: EnvironmentContext, cloud: Cloud): readonly Keyed<EndpointSpec>[] {
  return sorted(context.platform.endpoints).filter(
    ([key, endpoint]) => endpointRole(context, key, endpoint, cloud) !== undefined,
  );
}

/** What a cloud of the environment does for an endpoint, or undefined when the endpoint does not run there. */
export function endpointRole(
  context: EnvironmentContext,
  key: string,
  endpoint: EndpointSpec,
  cloud: Cloud,
): EndpointRole | undefined {
  const { catalog, environment } = context;
  const { tier, aws, azure } = environment;
  return roleOn(cloud, {
    path: `endpoints.${key}`,
    endpoint,
    model: openWeightsModel(context, endpoint.model),
    catalog,
    places: placesOf(context),
    tier,
    quotas: { ...aws?.quotas, ...azure?.quotas },
  });
}

/** Where an environment is on each cloud. */
export function placesOf({ environment: { aws, azure } }: EnvironmentContext): Places {
  return {
    ...(aws === undefined ? {} : { aws: aws.region }),
    ...(azure === undefined ? {} : { azure: azure.location }),
  };
}

/** Knowledge stored in S3 Vectors. */
export function awsKnowledge({ platform }: EnvironmentContext): readonly Keyed<KnowledgeSpec>[] {
  return sorted(platform.knowledge).filter(([, { stores }]) => stores.includes('s3-vectors'));
}

/** Knowledge stored in AI Search. */
export function azureKnowledge({ platform }: EnvironmentContext): readonly Keyed<KnowledgeSpec>[] {
  return sorted(platform.knowledge).filter(([, { stores }]) => stores.includes('ai-search'));
}

/** Tuning jobs: in every environment, because training data may not leave the account it belongs to. */
export function tuningJobs({ platform }: EnvironmentContext): readonly Keyed<TuningSpec>[] {
  return sorted(platform.tuning);
}

/** Keys of the models with a version history. */
export function registryModels({ platform }: EnvironmentContext): readonly string[] {
  return platform.registry.models.toSorted();
}

/** Open weights under a key; `resolve` refused any other reference. */
export function openWeightsModel(
  { platform }: Pick<EnvironmentContext, 'platform'>,
  key: string,
): OpenWeightsModel | undefined {
  const model = platform.models[key];
  return model?.kind === 'open-weights' ? model : undefined;
}

/** Bedrock models of the platform. */
export function bedrockModels({ platform }: EnvironmentContext): readonly Keyed<BedrockModel>[] {
  return sorted(platform.models).flatMap(([key, model]) => (model.kind === 'bedrock' ? [[key, model] as const] : []));
}

/** Azure OpenAI models of the platform. */
export function azureOpenAiModels({ platform }: EnvironmentContext): readonly Keyed<AzureOpenAiModel>[] {
  return sorted(platform.models).flatMap(([key, model]) =>
    model.kind === 'azure-openai' ? [[key, model] as const] : [],
  );
}

/** Entries by key, so that a plan does not depend on the order they were written in. */
function sorted<T>(record: Readonly<Record<string, T>>): readonly Keyed<T>[] {
  return Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** A reference `resolve` would have refused: the platform was not resolved. */
export function unresolved(path: string, got: string): Issue {
  return {
    code: 'UnresolvedReference',
    path,
    message: `'${got}' is not a model this can use`,
    got,
    expected: 'a platform that resolve accepted',
    fix: 'resolve the platform before planning it',
  };
}
