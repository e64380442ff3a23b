import type { Result } from '../../platform';
import { failure } from '../../platform';
import type { AzureContext } from '../context';
import { pinned } from '../decision';
import { planEndpoints, unknownQuotas } from '../endpoint/plan-endpoints';
import { azureOpenAiModels } from '../entries';
import { issuesOf, unlessErrors } from '../result';
import { dataRetention } from '../retention';
import { alertContact, serviceAlerts } from './alerts';
import type { AzurePlan } from './azure-plan';
import { cacheRuleIssues, withCacheRules } from './cache-rules';
import { deployedModelIssues } from './deployed-models';
import { planAzureEndpoint } from './endpoint';
import { givenNeeds, recordsByPolicy } from './given';
import { azureHandOffs } from './hand-offs';
import { evaluation, experimentation, initialization } from './initialization';
import { searchIssues, searchServices } from './knowledge';
import { modelDeployments } from './model';
import { modelQuotaIssues, modelQuotaNames, modelQuotas } from './model-quota';
import { reservedName } from './reserved-name';
import { azureStandby } from './standby';

/** Decides everything about an environment on Azure. */
export function planAzure(context: AzureContext): Result<AzurePlan> {
  const models = modelDeployments(context);
  const endpoints = planEndpoints('azure', context, planAzureEndpoint);
  const standby = azureStandby(context);
  const quotas = models.ok ? modelQuotas(models.value) : {};
  const issues = [
    ...issuesOf(models, endpoints, standby),
    ...searchIssues(context),
    ...unknownQuotas('azure', context, modelQuotaNames(context.catalog)),
    ...modelQuotaIssues(context, quotas),
    ...deployedModelIssues(context),
    ...cacheRuleIssues(context),
  ];
  if (!models.ok || !endpoints.ok || !standby.ok) return failure(issues);
  const contact = alertContact(context);
  const services = serviceAlerts(context);
  const path = `environments.${context.key}.azure`;
  const plan: AzurePlan = {
    tenant: pinned(context.target.tenant, `${path}.tenant`),
    subscription: pinned(context.target.subscription, `${path}.subscription`),
    location: pinned(context.target.location, `${path}.location`),
    dataRetention: dataRetention(context.environment.tier),
    handOffs: azureHandOffs(context),
    initialization: withCacheRules(context, initialization(context), endpoints.value),
    experimentation: experimentation(context),
    evaluation: evaluation(context),
    deployment: {
      ...(azureOpenAiModels(context).length === 0
        ? {}
        : { account: { name: reservedName(context, 'azure-openai-account') } }),
      models: models.value,
      ...(Object.keys(quotas).length === 0 ? {} : { modelQuotas: quotas }),
      search: searchServices(context),
      ...(contact === undefined ? {} : { alertContact: contact }),
      ...(services === undefined ? {} : { serviceAlerts: services }),
      endpoints: endpoints.value,
    },
  };
  return unlessErrors(
    { ...plan, ...givenNeeds(context, plan), ...recordsByPolicy(context, plan), ...standby.value },
    issues,
  );
}
