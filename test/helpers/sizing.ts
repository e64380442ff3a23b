import type { Accelerator, InstanceOffer, ModelArchitecture } from '../../lib/catalog';
import { catalog } from '../../lib/catalog';
import type { Decision } from '../../lib/plan/decision';
import type { Size, SizeRequest } from '../../lib/plan/sizing';
import { sizeEndpoint } from '../../lib/plan/sizing';
import type { Issue } from '../../lib/platform';

/** A model of the real catalogue. */
export function model(id: string): ModelArchitecture {
  const found = catalog.models.find((row) => row.id === id);
  if (found === undefined) throw new Error(`the catalogue has no model ${id}`);
  return found;
}

/** A device of the real catalogue. */
export function accelerator(id: string): Accelerator {
  const found = catalog.accelerators.find((row) => row.id === id);
  if (found === undefined) throw new Error(`the catalogue has no accelerator ${id}`);
  return found;
}

/** Offers of one service in one region of the real catalogue. */
export function offersOf(service: InstanceOffer['service'], region: string): readonly InstanceOffer[] {
  return catalog.instances.filter((offer) => offer.service === service && offer.region === region);
}

/** SageMaker instances of a region with every family the catalogue knows. */
export const sageMaker = offersOf('sagemaker', 'eu-central-1');

/** A 32-billion dense model under a small load without an SLO. */
export function sizeRequest(overrides: Partial<SizeRequest> = {}): SizeRequest {
  return {
    path: 'endpoints.chat',
    model: model('Qwen/Qwen3-32B'),
    accelerators: catalog.accelerators,
    minReplicas: 1,
    traffic: { peakConcurrency: 16, inputTokens: 1500, outputTokens: 300, maxTokens: 8192 },
    ...overrides,
  };
}

/** The size; fails the test with the issues when there is none. */
export function sized(request: SizeRequest, offers: readonly InstanceOffer[] = sageMaker): Decision<Size> {
  const result = sizeEndpoint(request, offers);
  if (!result.ok) throw new Error(JSON.stringify(result.issues, null, 2));
  return result.value;
}

/** Why there is no size; fails the test when there is one. */
export function refused(request: SizeRequest, offers: readonly InstanceOffer[] = sageMaker): readonly Issue[] {
  const result = sizeEndpoint(request, offers);
  if (result.ok) throw new Error(`sized: ${JSON.stringify(result.value.value, null, 2)}`);
  return result.issues;
}
