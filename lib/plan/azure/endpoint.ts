import type { AzureTarget, EndpointSpec, Result } from '../../platform';
import { azureIdName, failure } from '../../platform';
import type { Decision, Sourced } from '../decision';
import { cite, decide, derive, withRejected } from '../decision';
import { endpointPerformance } from '../endpoint/achieved';
import type { EndpointContext, EndpointRequest } from '../endpoint/endpoint-context';
import type { QuotaNeed } from '../endpoint/endpoint-plan';
import type { ScalingBounds } from '../endpoint/fleet';
import { endpointPlacement } from '../endpoint/placement';
import { isRegistryModel } from '../endpoint/registry-model';
import type { SizedEndpoint, SizePlace } from '../endpoint/size';
import { sizeOn } from '../endpoint/size';
import { azureRequestTimeout, azureStartupTimeout } from '../endpoint/timeouts';
import { azureMlInstances, tooManyInstances } from '../instance-limit';
import { hashOf, physicalName } from '../naming/name';
import type { NamedService } from '../naming/name-rules';
import { issuesOf, unlessErrors } from '../result';
import type { Size } from '../sizing';
import { endpointAlerts } from './alerts';
import type { AzureOnlineEndpointPlan, AzureScalingPlan } from './azure-plan';
import { azureMlIssues } from './ml-limits';
import { azureMlQuota } from './quota';
import { azureScaling, mostInstances } from './scaling';
import type { RegistryNames } from './serving';
import { azureServing } from './serving';

/** One endpoint to plan on Azure. */
export interface AzureEndpointRequest extends EndpointRequest {
  readonly target: Pick<AzureTarget, 'subscription' | 'location' | 'quotas' | 'registry' | 'mlRegistry'>;
}

type AzureEndpointContext = EndpointContext & AzureEndpointRequest;

/** Decides everything about one managed online endpoint. */
export function planAzureEndpoint(context: AzureEndpointContext): Result<AzureOnlineEndpointPlan> {
  const { key, endpoint } = context;
  const sized = sizeOn(context, sizePlace(context));
  if (!sized.ok) return failure(sized.issues);
  const { replicas, size } = sized.value;
  const served = azureServing({ context, sized: sized.value, registries: registriesOf(context) });
  if (!served.ok) return failure(issuesOf(sized, served));
  const scaling = azureScaling(endpoint, context.tier, sized.value);
  const alerts = endpointAlerts(endpoint, context.tier, sized.value);
  const quota = quotaOf(context, sized.value);
  const { alternatives, issues, ...placed } = endpointPlacement({
    context,
    sized: sized.value,
    bounds: bounds(replicas.value, scaling),
    productionBounds: bounds(size.value.replicas, scaling),
    besideInstances: isRegistryModel('azure', endpoint) ? [...besideInstances, firewall] : besideInstances,
  });
  const plan: AzureOnlineEndpointPlan = {
    endpointName: nameOf(context, 'azure-ml-online-endpoint', key),
    deploymentName: deploymentName(endpoint.serving.engine, size.value.instanceType),
    placement: decide(
      'azure-ml',
      'place.azure-ml',
      'open weights on Azure run on a managed online endpoint: no cluster to operate',
      alternatives,
    ),
    instanceType: derive(size, size.value.instanceType),
    instanceCount: replicas,
    ...served.value,
    maxConcurrentRequestsPerInstance: concurrency(endpoint, size.value),
    requestTimeoutSeconds: azureRequestTimeout(endpoint, size.value),
    startupTimeoutSeconds: azureStartupTimeout(size.value),
    ...(scaling === undefined ? {} : { scaling }),
    ...(alerts === undefined ? {} : { alerts }),
    performance: endpointPerformance(endpoint, sized.value),
    ...(quota === undefined ? {} : { quota }),
    ...placed,
  };
  return unlessErrors(plan, [...sized.issues, ...issues, ...azureMlIssues(context, size.value, replicas.value)]);
}

function sizePlace(context: AzureEndpointContext): SizePlace {
  const { environment, target } = context;
  const path = `environments.${environment}.azure.quotas`;
  return {
    cloud: 'azure',
    region: target.location,
    ...(target.quotas === undefined ? {} : { quotas: { limits: target.quotas, path } }),
    needOf: (sized) => quotaOf(context, sized)?.value,
    overLimit: (sized) => tooManyInstances(context, sized, azureMlInstances),
  };
}

/** The load that was planned for starts no instance beyond those that run, so the price of a month is theirs. */
function bounds(instances: number, scaling: AzureScalingPlan | undefined): ScalingBounds {
  const maximum = Math.max(instances, scaling?.maxInstances.value ?? 0);
  return { minimum: instances, idleMinimum: instances, maximum };
}

/** The name of a thing of an environment: as `azureName`, without an environment around it. */
function nameOf(
  { platform, environment, target }: AzureEndpointContext,
  service: NamedService,
  ...parts: readonly string[]
): Decision<string> {
  return physicalName({ service, owner: target.subscription, parts: [platform, environment, ...parts] });
}

function registriesOf(context: AzureEndpointContext): RegistryNames {
  const { registry, mlRegistry } = context.target;
  return {
    images: registry === undefined ? nameOf(context, 'azure-container-registry').value : azureIdName(registry.id),
    models: mlRegistry === undefined ? nameOf(context, 'azure-ml-registry').value : azureIdName(mlRegistry.id),
  };
}

function quotaOf({ tier }: AzureEndpointContext, sized: SizedEndpoint): Decision<QuotaNeed> | undefined {
  return azureMlQuota(sized.offer, sized.replicas.value, mostInstances(tier, sized));
}

/** Of a deployment, the API marks the VM size alone as create-only; image, model, variables and probes can be changed. */
const createOnly: Sourced = {
  source:
    'Azure/azure-rest-api-specs@375c7d6b, Microsoft.MachineLearningServices models.tsp, OnlineDeploymentProperties',
  asOf: '2026-11-30',
};

/**
 * A name by what the service cannot change in place. Everything else changes the deployment under its name, so that a former
 * config deploys again: the provider refuses to create what exists (ADR 0012).
 */
function deploymentName(engine: string, instanceType: string): Decision<string> {
  return withRejected(
    cite(
      `${engine}-${hashOf(engine, instanceType)}`,
      'serving.deployment-in-place',
      'a hash over engine and VM size, which cannot be changed in place: another image, model or variable is rolled out under the same name, and a former one is rolled out again',
      createOnly,
    ),
    [
      {
        value: 'a hash over image, weights and arguments',
        reason: 'going back to a former image would create a deployment that still exists, which the provider refuses',
      },
    ],
  );
}

function concurrency(endpoint: EndpointSpec, size: Size): Decision<number> {
  return decide(
    size.maxNumSeqs,
    'serving.concurrency',
    isRegistryModel('azure', endpoint)
      ? `the batch that the size was planned for (${size.maxNumSeqs}): the registry's model sets its own, which is not known here`
      : `the largest batch of the engine (max-num-seqs ${size.maxNumSeqs}): with a higher limit requests wait inside, with a lower one they get 429`,
    [{ value: '1', reason: 'the default of 1 answers a second concurrent request with 429' }],
  );
}

/** What rules with host names add to the managed network. */
const firewall = 'an Azure Firewall for the hosts of the HuggingFace registry';

/** What Azure bills besides instances. */
const besideInstances = [
  'weights in the ML registry and images in the container registry',
  'data transfer',
  'logs, metrics and alerts',
  'a deployment of another VM size until it is deleted',
  'instances that scaling adds above the planned load',
];
