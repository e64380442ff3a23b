import type { InstanceOffer } from '../../catalog';
import { quotaKeys } from '../../catalog/quota-code';
import type { SizeRequest } from './size-types';

/** The key under which a request states a quota, or undefined when it does not. */
export function quotaKey({ quotas = {} }: Pick<SizeRequest, 'quotas'>, name: string): string | undefined {
  return quotaKeys(name).find((key) => quotas[key] !== undefined);
}

/** The quota an offer counts against, in `quotaUnit`; undefined when it is unknown. */
export function quotaLimit(request: Pick<SizeRequest, 'quotas'>, { quota }: InstanceOffer): number | undefined {
  if (request.quotas === undefined || quota === undefined) return undefined;
  return request.quotas[quotaKey(request, quota) ?? quota];
}

/** How much of the quota that many replicas need while an update runs, in `quotaUnit`. */
export function quotaNeed({ updateCapacity = 1 }: SizeRequest, offer: InstanceOffer, replicas: number): number {
  const instances = Math.ceil(replicas * updateCapacity);
  return offer.service === 'sagemaker' ? instances : instances * offer.vcpu;
}

/** Unit of an offer's quota: instances on SageMaker, vCPUs elsewhere. */
export function quotaUnit({ service }: InstanceOffer): string {
  return service === 'sagemaker' ? 'instances' : 'vCPUs';
}
