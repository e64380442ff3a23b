import type { InstanceOffer } from '../../catalog';
import type { SizeRequest } from './size-types';

/** Quotas are named in words, some with the provider's code among them. */
const code = /\bL-[0-9A-F]{8}\b/;

/** What the account may start of an offer, or undefined when that is unknown. */
export function quotaLimit({ quotas }: SizeRequest, { quota }: InstanceOffer): number | undefined {
  if (quotas === undefined || quota === undefined) return undefined;
  return quotas[quota] ?? quotas[code.exec(quota)?.[0] ?? ''];
}

/** What a number of replicas takes from the quota while an update runs: instances on SageMaker, vCPUs elsewhere. */
export function quotaNeed({ updateCapacity = 1 }: SizeRequest, offer: InstanceOffer, replicas: number): number {
  const instances = Math.ceil(replicas * updateCapacity);
  return offer.service === 'sagemaker' ? instances : instances * offer.vcpu;
}

/** Unit of an offer's quota. */
export function quotaUnit({ service }: InstanceOffer): string {
  return service === 'sagemaker' ? 'instances' : 'vCPUs';
}
