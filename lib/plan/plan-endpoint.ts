import type { Result } from '../platform';
import type { AwsEndpointPlan } from './aws/aws-plan';
import { planAwsEndpoint } from './aws/endpoint';
import type { AwsEndpointRequest } from './aws/endpoint-request';
import type { AzureOnlineEndpointPlan } from './azure/azure-plan';
import type { AzureEndpointRequest } from './azure/endpoint';
import { planAzureEndpoint } from './azure/endpoint';
import { endpointContext } from './endpoint/endpoint-context';

export type { AwsEndpointRequest } from './aws/endpoint-request';
export type { AzureEndpointRequest } from './azure/endpoint';

/**
 * Decides one endpoint by itself, for an app without a platform spec.
 *
 * @example
 * const endpoint = planEndpoint('aws', {
 *   key: 'chat', platform: 'search', environment: 'prod', tier: 'production',
 *   endpoint: spec, model: openWeights('Qwen/Qwen3-32B', { revision }), catalog,
 *   target: { account: '111111111111', region: 'eu-central-1' },
 * });
 */
export function planEndpoint(cloud: 'aws', request: AwsEndpointRequest): Result<AwsEndpointPlan>;
export function planEndpoint(cloud: 'azure', request: AzureEndpointRequest): Result<AzureOnlineEndpointPlan>;
export function planEndpoint(
  ...call: readonly ['aws', AwsEndpointRequest] | readonly ['azure', AzureEndpointRequest]
): Result<AwsEndpointPlan | AzureOnlineEndpointPlan> {
  const [cloud, request] = call;
  return cloud === 'aws'
    ? planAwsEndpoint(endpointContext(request, { aws: request.target.region }))
    : planAzureEndpoint(endpointContext(request, { azure: request.target.location }));
}
