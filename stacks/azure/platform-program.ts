import type { Output } from '@pulumi/pulumi';
import { Config } from '@pulumi/pulumi';
import { resourceTags } from '../../constructs/azure';
import type { SettledPlan } from '../../lib/plan';
import { DeploymentStage } from './deployment-stage';
import { EvaluationStage } from './evaluation-stage';
import { ExperimentationStage } from './experimentation-stage';
import { InitializationStage } from './initialization-stage';
import { stackConfig } from './stack-config';

/** What a release step and an operator need to know of a deployed environment. */
export interface PlatformOutputs {
  readonly environment: string;
  readonly resourceGroupName: string;
  readonly workspaceName: string;
  readonly registryName: string;
  readonly workloadIdentityClientId: Output<string>;
  /** Name of the Azure OpenAI account, if there is one. */
  readonly openAiAccountName?: string;
  /** Model deployments by the model's key. */
  readonly modelDeployments: Readonly<Record<string, string>>;
  /** Search services by the key of what they hold. */
  readonly searchServices: Readonly<Record<string, string>>;
  /** Online endpoints by key, with the deployment that waits for its share of traffic. */
  readonly endpoints: Readonly<Record<string, { readonly endpointName: string; readonly deploymentName: string }>>;
}

/**
 * Declares the Azure side of one environment inside a Pulumi program: its four stages, every resource tagged.
 *
 * The default azure-native provider is used, so the stack's configuration says where resources go. It is compared with the
 * plan first, because a stack file that names another subscription would deploy there without a word.
 *
 * Errors: throws when the plan has no Azure side, when the configuration differs from the plan, and when the plan cannot
 * be declared; nothing is registered in the first two cases.
 */
export function platformProgram(plan: SettledPlan): PlatformOutputs {
  const { azure } = plan;
  if (azure === undefined) throw new Error(`${plan.environment}: expected a plan with an azure side, got none`);
  requireStackConfig(plan);

  const opts = { transformations: [resourceTags(plan.tags)] };
  const initialization = new InitializationStage('initialization', azure, opts);
  const experimentation = new ExperimentationStage(
    'experimentation',
    { experimentation: azure.experimentation, initialization },
    opts,
  );
  const evaluation = new EvaluationStage(
    'evaluation',
    { evaluation: azure.evaluation, storage: azure.initialization.storage, initialization, experimentation },
    opts,
  );
  new DeploymentStage(
    'deployment',
    { deployment: azure.deployment, initialization, experimentation, evaluation },
    opts,
  );

  const { account, models, search, endpoints } = azure.deployment;
  return {
    environment: plan.environment,
    resourceGroupName: azure.initialization.resourceGroupName,
    workspaceName: azure.experimentation.workspaceName,
    registryName: azure.evaluation.registryName,
    workloadIdentityClientId: initialization.workloadIdentity.clientId,
    ...(account === undefined ? {} : { openAiAccountName: account.name }),
    modelDeployments: mapValues(models, (model) => model.deploymentName),
    searchServices: mapValues(search, (service) => service.serviceName),
    endpoints: mapValues(endpoints, ({ endpointName, deploymentName }) => ({ endpointName, deploymentName })),
  };
}

function requireStackConfig(plan: SettledPlan): void {
  for (const [key, expected] of Object.entries(stackConfig(plan))) {
    const [namespace = '', name = ''] = key.split(':');
    const got = new Config(namespace).get(name);
    if (got !== expected) {
      throw new Error(`${key}: expected ${expected}, got ${got ?? 'nothing'}; run llmops lint --fix`);
    }
  }
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, map: (value: T) => U): Readonly<Record<string, U>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
