import { failure } from '../spec';
import type { Issue, Result } from '../spec';
import { planAzureEndpoint } from './azure-endpoint';
import { evaluation, experimentation, initialization } from './azure-initialization';
import { modelDeployments } from './azure-models';
import type { AzureOnlineEndpointPlan, AzurePlan } from './azure-plan';
import { searchServices } from './azure-search';
import { azureName } from './context';
import type { AzureContext } from './context';
import { pinned } from './decision';
import { embeddingIssues } from './embedding';
import {
  azureEndpoints,
  azureKnowledge,
  azureOpenAiModels,
  endpointRole,
  openWeightsModel,
  placesOf,
  unresolved,
} from './inhabitants';
import { quotaIssues } from './placement/quota-fit';
import { collect, issuesOf, unlessErrors } from './result';
import { dataRetention } from './retention';

/** Decides the Azure half of an environment. */
export function planAzure(context: AzureContext): Result<AzurePlan> {
  const models = modelDeployments(context);
  const endpoints = endpointPlans(context);
  const embeddings = azureKnowledge(context).flatMap(([key]) =>
    embeddingIssues(context.catalog, context.platform, key),
  );
  const issues = [...issuesOf(models, endpoints), ...embeddings, ...unknownQuotas(context)];
  if (!models.ok || !endpoints.ok) return failure(issues);
  const path = `environments.${context.key}.azure`;
  return unlessErrors(
    {
      tenant: pinned(context.target.tenant, `${path}.tenant`),
      subscription: pinned(context.target.subscription, `${path}.subscription`),
      location: pinned(context.target.location, `${path}.location`),
      dataRetention: dataRetention(context.environment.tier),
      initialization: initialization(context),
      experimentation: experimentation(context),
      evaluation: evaluation(context),
      deployment: {
        ...(azureOpenAiModels(context).length === 0
          ? {}
          : { account: { name: azureName(context, 'azure-openai-account') } }),
        models: models.value,
        search: searchServices(context),
        endpoints: endpoints.value,
      },
    },
    issues,
  );
}

function unknownQuotas({ catalog, key, target }: AzureContext): readonly Issue[] {
  const path = `environments.${key}.azure.quotas`;
  return target.quotas === undefined ? [] : quotaIssues(catalog, 'azure', { limits: target.quotas, path });
}

function endpointPlans(context: AzureContext): Result<Readonly<Record<string, AzureOnlineEndpointPlan>>> {
  return collect(
    azureEndpoints(context).map(([key, endpoint]): readonly [string, Result<AzureOnlineEndpointPlan>] => {
      const model = openWeightsModel(context, endpoint.model);
      if (model === undefined) return [key, failure([unresolved(`endpoints.${key}.model`, endpoint.model)])];
      return [
        key,
        planAzureEndpoint({
          key,
          platform: context.platform.name,
          environment: context.key,
          tier: context.environment.tier,
          endpoint,
          model,
          catalog: context.catalog,
          places: placesOf(context),
          models: context.platform.models,
          role: endpointRole(context, key, endpoint, 'azure') ?? { kind: 'only' },
          target: context.target,
        }),
      ];
    }),
  );
}
