import type { Result } from '../../platform';
import { failure } from '../../platform';
import type { AwsContext } from '../context';
import { awsName } from '../context';
import type { Decision } from '../decision';
import { pinned } from '../decision';
import { planEndpoints, unknownQuotas } from '../endpoint/plan-endpoints';
import { issuesOf, unlessErrors } from '../result';
import { dataRetention, terminationProtection } from '../retention';
import type { AwsObservabilityPlan, AwsPlan, AwsStackName } from './aws-plan';
import { awsBudget } from './budget';
import { encryption } from './encryption';
import { planAwsEndpoint } from './endpoint';
import { bootstrapQualifier, federation } from './federation';
import { alarmTargets, givenNeeds, logs } from './given';
import { handOffs, parameterPrefix } from './hand-offs';
import { imageCaches } from './image-caches';
import { integration } from './integration';
import { knowledgeBases } from './knowledge';
import { managedModels } from './managed-model';
import { awsNetwork } from './network';
import { privateServiceIssues } from './private-services';
import { roles } from './roles';
import { sharedWeightsIssues } from './shared-weights';
import { awsStandby } from './standby';
import { tuning } from './tuning';
import { weightsImportIssues, weightsImports } from './weights-imports';

/** Decides everything about an environment on AWS. */
export function planAws(context: AwsContext): Result<AwsPlan> {
  const models = managedModels(context);
  const endpoints = planEndpoints('aws', context, planAwsEndpoint);
  const bases = knowledgeBases(context);
  const jobs = tuning(context);
  const standby = awsStandby(context);
  const issues = [
    ...issuesOf(models, endpoints, bases, jobs, standby),
    ...unknownQuotas('aws', context),
    ...sharedWeightsIssues(context),
    ...privateServiceIssues(context),
    ...weightsImportIssues(context),
  ];
  if (!models.ok || !endpoints.ok || !bases.ok || !jobs.ok || !standby.ok) return failure(issues);
  const { tier } = context.environment;
  const path = `environments.${context.key}.aws`;
  return unlessErrors(
    {
      account: pinned(context.target.account, `${path}.account`),
      region: pinned(context.target.region, `${path}.region`),
      stackNames: stackNames(context),
      parameterPrefix: parameterPrefix(context),
      handOffs: handOffs(context, standby.value.standby?.stack),
      dataRetention: dataRetention(tier),
      terminationProtection: terminationProtection(tier),
      bootstrapQualifier: bootstrapQualifier(context),
      ...roles(context),
      ...givenNeeds(context),
      ...standby.value,
      foundation: foundation(context, standby.value.standby),
      integration: {
        ...integration(context),
        ...weightsImports(context, { endpoints: endpoints.value, jobs: jobs.value }),
        ...imageCaches(context, endpoints.value),
      },
      knowledge: { bases: bases.value },
      deployment: {
        endpoints: endpoints.value,
        ...(Object.keys(models.value).length === 0 ? {} : { models: models.value }),
      },
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

function foundation(context: AwsContext, standby: AwsPlan['standby']): AwsPlan['foundation'] {
  const federated = federation(context, standby);
  return {
    network: awsNetwork(context),
    encryption: encryption(context),
    logs: logs(context),
    ...awsBudget(context),
    ...(federated === undefined ? {} : { federation: federated }),
  };
}

/** Dashboard and alarm contact of the environment. */
function observability(context: AwsContext): AwsObservabilityPlan {
  return {
    dashboardName: awsName(context, 'cloudwatch-dashboard'),
    alarmContact: pinned(context.platform.owner.contact, 'owner.contact'),
    ...alarmTargets(context),
  };
}
