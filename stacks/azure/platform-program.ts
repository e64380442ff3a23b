import type { ComponentResource, ComponentResourceOptions, Output } from '@pulumi/pulumi';
import { Config } from '@pulumi/pulumi';
import type { Principal } from '../../constructs/azure';
import { DestroyGuard, readHandOff, resourceTags } from '../../constructs/azure';
import { CodedError } from '../../lib/messages';
import type { AzureStageName, SettledAzurePlan, SettledPlan } from '../../lib/plan';
import { dropVersionAliases } from '../../lib/recorder/version-aliases';
import { azureSideOf } from './azure-side';
import { DeploymentStage } from './deployment-stage';
import { EvaluationStage } from './evaluation-stage';
import { ExperimentationStage } from './experimentation-stage';
import { InitializationStage } from './initialization-stage';
import { handOffPlace } from './planned-environment';
import { stackConfig } from './stack-config';
import { stackName } from './stack-name';

/** Names that release steps and operators need from a deployed stage. */
export type StageOutputs = Readonly<Record<string, unknown>>;

/**
 * Declares one stage of the Azure side of an environment inside a Pulumi program, with tags on every resource. Each stage
 * is a Pulumi stack of its own.
 *
 * Names and resource ids of earlier stages follow from the plan. What only the cloud knows is read from the environment's
 * App Configuration store, before anything is registered.
 *
 * The default azure-native provider takes subscription and location from the configuration of the stack. The program
 * first compares it with the plan, because a stack file with another subscription would deploy there silently.
 *
 * @returns the outputs of the stack
 * @throws (rejects with) CodedError `MissingTarget` when the plan has no Azure side, `StackConfigDiffers`, and
 * `HandOffMissing` and `WebhookSecretMissing` before anything is registered; `MissingPrivateDnsZone` and `InvalidImageUri` when the plan cannot be
 * declared
 */
export async function platformProgram(plan: SettledPlan, stage: AzureStageName): Promise<StageOutputs> {
  const azure = azureSideOf(plan);
  requireStackConfig(plan, stage);
  const published = await consumed(plan.environment, azure, stage);
  requireWebhooks(plan, stage);
  const { component, outputs } = declare[stage](azure, published, tagged(plan));
  new DestroyGuard('guard', [component], azure.dataRetention);
  return { environment: plan.environment, stage, ...outputs };
}

/** What a stage reads, by key. */
type Published = Readonly<Record<string, Output<string>>>;

async function consumed(environment: string, azure: SettledAzurePlan, stage: AzureStageName): Promise<Published> {
  const wanted = azure.handOffs.filter(({ consumers }) => consumers.includes(stage));
  const read = wanted.map(
    async ({ name, producer }) =>
      [name, await readHandOff(handOffPlace(azure), name, stackName({ environment, stage: producer }))] as const,
  );
  return Object.fromEntries(await Promise.all(read));
}

interface Declared {
  readonly component: ComponentResource;
  readonly outputs: StageOutputs;
}

type Declare = (azure: SettledAzurePlan, published: Published, opts: ComponentResourceOptions) => Declared;

const declare: Readonly<Record<AzureStageName, Declare>> = {
  initialization(azure, _, opts) {
    const component = new InitializationStage('initialization', { azure }, opts);
    const { resourceGroupName, handOffStore } = azure.initialization;
    const clientIds = mapValues(component.identities.byUse, ({ clientId }) => clientId);
    return { component, outputs: { resourceGroupName, handOffStoreName: handOffStore.storeName, clientIds } };
  },
  experimentation(azure, published, opts) {
    const { runtime } = identities(azure, published);
    const component = new ExperimentationStage('experimentation', { azure, runtime }, opts);
    return { component, outputs: { workspaceName: azure.experimentation.workspaceName } };
  },
  evaluation(azure, published, opts) {
    const component = new EvaluationStage(
      'evaluation',
      { azure, workspace: workspace(azure, published), identities: identities(azure, published) },
      opts,
    );
    return { component, outputs: { registryName: azure.evaluation.registryName } };
  },
  deployment(azure, published, opts) {
    const props = { azure, identities: identities(azure, published), ...webhookUrls(azure) };
    const component = new DeploymentStage('deployment', props, opts);
    const { account, models, search, endpoints } = azure.deployment;
    return {
      component,
      outputs: {
        ...(account === undefined ? {} : { openAiAccountName: account.name }),
        modelDeployments: mapValues(models, (model) => model.deploymentName),
        searchServices: mapValues(search, (service) => service.serviceName),
        endpoints: mapValues(endpoints, ({ endpointName, deploymentName }) => ({ endpointName, deploymentName })),
      },
    };
  },
};

function identities({ initialization }: SettledAzurePlan, published: Published) {
  const { runtime, caller, release, ci } = initialization.identities;
  const principal = (use: string, principalName: string): Principal => ({
    principalName,
    principalId: value(published, `initialization/${use}-principal-id`),
  });
  return {
    runtime: principal('runtime', runtime),
    caller: principal('caller', caller),
    release: principal('release', release),
    ...(ci === undefined ? {} : { ci: principal('ci', ci) }),
  };
}

function workspace({ experimentation }: SettledAzurePlan, published: Published): Principal {
  return {
    principalName: experimentation.workspaceName,
    principalId: value(published, 'experimentation/workspace-principal-id'),
  };
}

function value(published: Published, handOff: string): Output<string> | string {
  // A stage without services reads nothing and grants nothing.
  return published[handOff] ?? '';
}

function tagged({ tags }: SettledPlan): ComponentResourceOptions {
  // No program of the kit names API versions in types, so no stack needs the aliases of such types.
  return { transformations: [resourceTags(tags), dropVersionAliases] };
}

function requireStackConfig(plan: SettledPlan, stage: AzureStageName): void {
  for (const [key, expected] of Object.entries(stackConfig(plan, stage))) {
    const [namespace = '', name = ''] = key.split(':');
    const got = new Config(namespace).get(name);
    if (got === expected) continue;
    throw new CodedError('StackConfigDiffers', {
      place: key,
      message: `the stack ${stackName({ environment: plan.environment, stage })} is not configured as planned`,
      got: got ?? 'nothing',
      expected,
    });
  }
}

/** Secrets of the stack, read before anything is registered. */
function requireWebhooks(plan: SettledPlan, stage: AzureStageName): void {
  if (stage !== 'deployment') return;
  for (const [name, { stackSecret }] of Object.entries(azureSideOf(plan).deployment.alertContact?.webhooks ?? {})) {
    if (ownConfig().get(stackSecret) !== undefined) continue;
    const stack = stackName({ environment: plan.environment, stage });
    throw new CodedError('WebhookSecretMissing', {
      place: `llmops-kit:${stackSecret}`,
      message: `the stack ${stack} has no secret with the URL of the webhook ${name}`,
      got: 'nothing',
      expected: 'an HTTPS URL, encrypted',
      fix: `pulumi config set --secret llmops-kit:${stackSecret} -s ${stack}`,
    });
  }
}

function webhookUrls(azure: SettledAzurePlan): { readonly webhookUrls?: Readonly<Record<string, Output<string>>> } {
  const { webhooks } = azure.deployment.alertContact ?? {};
  if (webhooks === undefined) return {};
  return { webhookUrls: mapValues(webhooks, ({ stackSecret }) => ownConfig().requireSecret(stackSecret)) };
}

function ownConfig(): Config {
  return new Config('llmops-kit');
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, map: (value: T) => U): Readonly<Record<string, U>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
