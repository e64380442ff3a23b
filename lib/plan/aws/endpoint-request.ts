import type { AwsTarget } from '../../platform';
import type { EndpointRequest } from '../endpoint/endpoint-context';

/** One endpoint to plan on AWS. */
export interface AwsEndpointRequest extends EndpointRequest {
  readonly target: Pick<AwsTarget, 'account' | 'region' | 'quotas' | 'registry'>;
}
