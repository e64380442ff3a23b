import { failure } from '../spec';
import type { Issue, Result } from '../spec';
import { planAwsEndpoint } from './aws-endpoint';
import type { AwsEndpointPlan, AwsPlan, AwsStackName } from './aws-plan';
import { handOffs, parameterPrefix } from './connect';
import { awsName } from './context';
import type { AwsContext } from './context';
import { pinned } from './decision';
import type { Decision } from './decision';
import { federation } from './federation';
import { awsEndpoints, bedrockModels, endpointRole, openWeightsModel, placesOf, unresolved } from './inhabitants';
import { knowledgeBases } from './knowledge';
import { findManagedModel } from './lookup';
import { awsNetwork } from './network';
import { observability } from './observability';
import { integration } from './registry';
import { quotaIssues } from './placement/quota-fit';
import { collect, issuesOf, unlessErrors } from './result';
import { dataRetention, keyRotationDays, logRetentionDays, terminationProtection } from './retention';
import { tuning } from './tuning';

/** Decides the AWS half of an environment. */
export function planAws(context: AwsContext): Result<AwsPlan> {
  const models = bedrockModels(context).map(([key, model]) =>
    findManagedModel(context.catalog, model, context.region, `models.${key}`),
  );
  const endpoints = endpointPlans(context);
  const bases = knowledgeBases(context);
  const jobs = tuning(context);
  const issues = [...issuesOf(...models, endpoints, bases, jobs), ...unknownQuotas(context)];
  if (!endpoints.ok || !bases.ok || !jobs.ok) return failure(issues);
  const { tier } = context.environment;
  const path = `environments.${context.key}.aws`;
  return unlessErrors(
    {
      account: pinned(context.target.account, `${path}.account`),
      region: pinned(context.target.region, `${path}.region`),
      stackNames: stackNames(context),
      parameterPrefix: parameterPrefix(context),
      handOffs: handOffs(context),
      dataRetention: dataRetention(tier),
      terminationProtection: terminationProtection(tier),
      foundation: foundation(context),
      integration: integration(context),
      knowledge: { bases: bases.value },
      deployment: { endpoints: endpoints.value },
      tuning: { jobs: jobs.value },
      observability: observability(context),
    },
    issues,
  );
}

function stackNames(context: AwsContext): Readonly<Record<AwsStackName, Decision<string>>> {
  const named = (stack: AwsStackName): Decision<string> => awsName(context, 'cloudformation-stack', stack);
  return {
    foundation: named('foundation'),
    integration: named('integration'),
    knowledge: named('knowledge'),
    deployment: named('deployment'),
    tuning: named('tuning'),
    observability: named('observability'),
  };
}

function foundation(context: AwsContext): AwsPlan['foundation'] {
  const federated = federation(context);
  return {
    network: awsNetwork(context),
    encryption: { keyAlias: awsName(context, 'kms-alias'), rotationDays: keyRotationDays(context.platform) },
    logs: {
      groupName: awsName(context, 'log-group'),
      retentionDays: logRetentionDays(context.platform, context.environment.tier),
    },
    ...(federated === undefined ? {} : { federation: federated }),
  };
}

function unknownQuotas({ catalog, key, target }: AwsContext): readonly Issue[] {
  const path = `environments.${key}.aws.quotas`;
  return target.quotas === undefined ? [] : quotaIssues(catalog, 'aws', { limits: target.quotas, path });
}

function endpointPlans(context: AwsContext): Result<Readonly<Record<string, AwsEndpointPlan>>> {
  return collect(
    awsEndpoints(context).map(([key, endpoint]): readonly [string, Result<AwsEndpointPlan>] => {
      const model = openWeightsModel(context, endpoint.model);
      if (model === undefined) return [key, failure([unresolved(`endpoints.${key}.model`, endpoint.model)])];
      return [
        key,
        planAwsEndpoint({
          key,
          platform: context.platform.name,
          environment: context.key,
          tier: context.environment.tier,
          endpoint,
          model,
          catalog: context.catalog,
          places: placesOf(context),
          models: context.platform.models,
          role: endpointRole(context, key, endpoint, 'aws') ?? { kind: 'only' },
          target: context.target,
        }),
      ];
    }),
  );
}
