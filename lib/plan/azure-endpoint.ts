import type { ServingEngine } from '../catalog/types';
import { failure, success } from '../spec';
import type { AzureTarget, Result } from '../spec';
import type { AzureOnlineEndpointPlan } from './azure-plan';
import { cite, decide, derive } from './decision';
import type { Decision } from './decision';
import { usdPerMonth } from './endpoint-cost';
import { endpointPerformance } from './endpoint-performance';
import { sizeOn } from './endpoint-size';
import type { EndpointRequest } from './endpoint-size';
import { hashOf, physicalName } from './name';
import { azureMlQuota } from './quota';
import { azureMlArguments, azureMlEnvironment, azureMlMountPath } from './serving';
import type { Size } from './sizing';
import { azureRequestTimeout, azureStartupTimeout } from './timeouts';
import { weightsInAzureMl } from './weights';

/** Where an endpoint is placed on Azure. */
export interface AzureEndpointRequest extends EndpointRequest {
  readonly target: Pick<AzureTarget, 'subscription' | 'location'>;
}

/** Decides everything about one managed online endpoint. */
export function planAzureEndpoint(request: AzureEndpointRequest): Result<AzureOnlineEndpointPlan> {
  const { key, platform, environment, endpoint, model, target } = request;
  const sized = sizeOn(request, 'azure', target.location);
  if (!sized.ok) return failure(sized.issues);
  const { engine, offer, replicas, size: decision } = sized.value;
  const size = decision.value;
  const names = { owner: target.subscription, parts: [platform, environment] };
  const registry = physicalName({ service: 'azure-ml-registry', ...names });
  const containers = physicalName({ service: 'azure-container-registry', ...names });
  const modelUri = weightsInAzureMl(model, `models.${endpoint.model}`, registry.value);
  const image = imageUri(request, engine, containers.value);
  const args = azureMlArguments(key, size);
  const quota = azureMlQuota(offer, replicas.value);
  return success(
    {
      endpointName: physicalName({
        service: 'azure-ml-online-endpoint',
        owner: target.subscription,
        parts: [platform, environment, key],
      }),
      deploymentName: deploymentName([image.value, modelUri.value, ...args.value]),
      placement: decide('azure-ml', 'place.azure-ml', 'open weights on Azure run on a managed online endpoint', [
        { value: 'aks', reason: 'a cluster to operate, which pays off from several endpoints on shared GPUs on' },
      ]),
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
      usdPerMonth: usdPerMonth(endpoint, sized.value),
    },
    sized.issues,
  );
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
