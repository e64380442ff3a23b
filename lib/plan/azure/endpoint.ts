import type { ServingEngine } from '../../catalog/types';
import type { AzureTarget, Result } from '../../platform';
import { failure } from '../../platform';
import type { Decision } from '../decision';
import { cite, decide, derive } from '../decision';
import { endpointPerformance } from '../endpoint/achieved';
import { endpointPlacement } from '../endpoint/placement';
import { azureMlArguments, azureMlEnvironment, azureMlMountPath } from '../endpoint/serving';
import type { EndpointRequest, SizedEndpoint } from '../endpoint/size';
import { sizeOn } from '../endpoint/size';
import { azureRequestTimeout, azureStartupTimeout } from '../endpoint/timeouts';
import { quantisedWeights, weightsInAzureMl } from '../endpoint/weights';
import { azureMlInstances, tooManyInstances } from '../instance-limit';
import { hashOf, physicalName } from '../naming/name';
import { unlessErrors } from '../result';
import type { Size } from '../sizing';
import type { AzureOnlineEndpointPlan } from './azure-plan';
import { azureMlIssues } from './ml-limits';
import { azureMlQuota } from './quota';

/** Where an endpoint is placed on Azure. */
export interface AzureEndpointRequest extends EndpointRequest {
  readonly target: Pick<AzureTarget, 'subscription' | 'location' | 'quotas'>;
}

/** Decides everything about one managed online endpoint. */
export function planAzureEndpoint(request: AzureEndpointRequest): Result<AzureOnlineEndpointPlan> {
  const { key, platform, environment, endpoint, model, target } = request;
  const sized = sizeOn(request, {
    cloud: 'azure',
    region: target.location,
    ...(target.quotas === undefined
      ? {}
      : { quotas: { limits: target.quotas, path: `environments.${environment}.azure.quotas` } }),
    needOf: (candidate) => quotaOf(request, candidate)?.value,
    overLimit: (candidate) => tooManyInstances(request, candidate, azureMlInstances),
  });
  if (!sized.ok) return failure(sized.issues);
  const { architecture, engine, replicas, size: decision } = sized.value;
  const size = decision.value;
  const names = { owner: target.subscription, parts: [platform, environment] };
  const registry = physicalName({ service: 'azure-ml-registry', ...names });
  const containers = physicalName({ service: 'azure-container-registry', ...names });
  const modelUri = weightsInAzureMl(
    model,
    `models.${endpoint.model}`,
    registry.value,
    quantisedWeights(key, endpoint, size.dtype, architecture.publishedDtype),
  );
  const image = imageUri(request, engine, containers.value);
  const args = azureMlArguments(key, size);
  const quota = quotaOf(request, sized.value);
  const fixed = (instances: number) => ({ minimum: instances, idleMinimum: instances, maximum: instances });
  const { alternatives, issues, ...placed } = endpointPlacement({
    request,
    cloud: 'azure',
    region: target.location,
    sized: sized.value,
    room: fixed(replicas.value),
    productionRoom: fixed(size.replicas),
    besideInstances,
  });
  return unlessErrors(
    {
      endpointName: physicalName({
        service: 'azure-ml-online-endpoint',
        owner: target.subscription,
        parts: [platform, environment, key],
      }),
      deploymentName: deploymentName([image.value, modelUri.value, ...args.value]),
      placement: decide(
        'azure-ml',
        'place.azure-ml',
        'open weights on Azure run on a managed online endpoint: no cluster to run',
        alternatives,
      ),
      instanceType: derive(decision, size.instanceType),
      instanceCount: replicas,
      imageUri: image,
      environment: azureMlEnvironment(),
      arguments: args,
      modelUri,
      modelMountPath: azureMlMountPath(),
      maxConcurrentRequestsPerInstance: concurrency(size),
      requestTimeoutSeconds: azureRequestTimeout(endpoint, size),
      startupTimeoutSeconds: azureStartupTimeout(size),
      performance: endpointPerformance(endpoint, sized.value),
      ...(quota === undefined ? {} : { quota }),
      ...placed,
    },
    [...sized.issues, ...issues, ...azureMlIssues(request, size, replicas.value)],
  );
}

/** Only a standby in production grows beyond what runs. */
function quotaOf({ role, tier }: AzureEndpointRequest, { offer, replicas, peakReplicas }: SizedEndpoint) {
  const grows = role?.kind === 'standby' && tier === 'production';
  return azureMlQuota(offer, replicas.value, grows ? peakReplicas : replicas.value);
}

/** What is inside decides the name: another version is another deployment, and traffic moves when it is ready. */
function deploymentName(contents: readonly string[]): Decision<string> {
  return decide(
    `vllm-${hashOf(...contents)}`,
    'serving.deployment-by-content',
    'a hash over image, weights and arguments: a new version is deployed beside the old one and can be told from it',
  );
}

function imageUri({ endpoint, key }: AzureEndpointRequest, engine: ServingEngine, registry: string): Decision<string> {
  const [, ...path] = engine.azure.image.split('/');
  const digest = endpoint.serving.imageDigest.azure ?? '';
  return cite(
    `${registry}.azurecr.io/${path.join('/')}@${digest}`,
    'serving.image-by-digest',
    `${engine.azure.image} imported into the environment's registry, which keeps the digest pinned by endpoints.${key}.serving.imageDigest.azure`,
    engine,
    [{ value: engine.azure.image, reason: 'a deployment without a way out cannot pull from a public registry' }],
  );
}

function concurrency(size: Size): Decision<number> {
  return decide(
    size.maxNumSeqs,
    'serving.concurrency',
    `what the engine batches (max-num-seqs ${size.maxNumSeqs}): more would wait inside, fewer would be refused with 429`,
    [{ value: '1', reason: 'the own setting of the service answers 429 to the second request' }],
  );
}

/** What Azure bills beside instances. */
const besideInstances = [
  'weights in the ML registry and images in the container registry',
  'data transfer',
  'logs and metrics',
  'the deployment of the old version until it is deleted',
];
