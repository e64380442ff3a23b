import type { InstanceOffer } from '../../catalog';
import type { SizeRequest } from './size-types';

/** Quotas are named in words, some with the provider's code among them. */
const code = / ?\b(L-[0-9A-F]{8})\b/;

/** Key a quota is given under: its whole name, the code in it, or the words without the code. */
export function quotaKey({ quotas = {} }: Pick<SizeRequest, 'quotas'>, name: string): string | undefined {
  const keys = [name, code.exec(name)?.[1], name.replace(code, '')];
  return keys.find((key) => key !== undefined && quotas[key] !== undefined);
}

/** What the account may start of an offer, or undefined when that is unknown. */
export function quotaLimit(request: Pick<SizeRequest, 'quotas'>, { quota }: InstanceOffer): number | undefined {
  if (request.quotas === undefined || quota === undefined) return undefined;
  return request.quotas[quotaKey(request, quota) ?? quota];
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
