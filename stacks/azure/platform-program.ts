import type { Output } from '@pulumi/pulumi';
import { Config } from '@pulumi/pulumi';
import { resourceTags } from '../../constructs/azure';
import { CodedError } from '../../lib/messages';
import type { SettledPlan } from '../../lib/plan';
import { azureSideOf } from './azure-side';
import { DeploymentStage } from './deployment-stage';
import { EvaluationStage } from './evaluation-stage';
import { ExperimentationStage } from './experimentation-stage';
import { InitializationStage } from './initialization-stage';
import { stackConfig } from './stack-config';

/** Names that release steps and operators need from a deployed environment. */
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
  /** Search services by the key of the knowledge they store. */
  readonly searchServices: Readonly<Record<string, string>>;
  /** Online endpoints by key, with the deployment that a release step gives traffic. */
  readonly endpoints: Readonly<Record<string, { readonly endpointName: string; readonly deploymentName: string }>>;
}

/**
 * Declares the Azure side of one environment inside a Pulumi program: its four stages, with tags on every resource.
 *
 * The default azure-native provider takes subscription and location from the configuration of the stack. The program
 * first compares it with the plan, because a stack file with another subscription would deploy there silently.
 *
 * @throws CodedError `MissingTarget` when the plan has no Azure side and `StackConfigDiffers`, before anything is
 * registered; `MissingPrivateDnsZone` and `InvalidImageUri` when the plan cannot be declared
 */
export function platformProgram(plan: SettledPlan): PlatformOutputs {
  const azure = azureSideOf(plan);
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
    if (got === expected) continue;
    throw new CodedError('StackConfigDiffers', {
      place: key,
      message: `the stack ${plan.environment} is not configured as planned`,
      got: got ?? 'nothing',
      expected,
    });
  }
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, map: (value: T) => U): Readonly<Record<string, U>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
