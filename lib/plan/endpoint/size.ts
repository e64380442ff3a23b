import type { InstanceOffer, ModelArchitecture, ServingEngine } from '../../catalog/types';
import type { Cloud, EndpointSpec, Result, ServingSpec } from '../../platform';
import { failure, success } from '../../platform';
import type { Decision } from '../decision';
import type { ModelCopy, ServedBy } from '../performance/model-copy';
import { unlessErrors } from '../result';
import type { Size, SizeRequest } from '../sizing';
import { besideWeights, concurrencyOf } from '../sizing/copy-concurrency';
import { runsPeak } from '../tier';
import { servedAdapters } from './adapters';
import { chooseSize } from './choose-size';
import type { EndpointContext } from './endpoint-context';
import type { QuotaNeed } from './endpoint-plan';
import { formatsOn, usualFormats } from './formats';
import type { AccountQuotas, OverLimit, QuotaTaker } from './quota-fit';
import { quotasOfSizing, withinQuota } from './quota-fit';
import { isRegistryModel } from './registry-model';
import { runningReplicas } from './replicas';
import type { SizeFacts } from './size-facts';
import { sizeFacts } from './size-facts';
import { sizeRequest } from './size-request';

/** Facts and size an endpoint plan is made of. */
export interface SizedEndpoint {
  readonly architecture: ModelArchitecture;
  readonly engine: ServingEngine;
  readonly size: Decision<Size>;
  readonly offer: InstanceOffer;
  /** Copies that run in this environment. */
  readonly replicas: Decision<number>;
  /** Copies that serve the whole peak; a standby may be sized for less. */
  readonly peakReplicas: number;
  /** Requests in flight that one copy serves within memory and objective, and the engine admits. */
  readonly concurrencyPerCopy: number;
  readonly copy: ModelCopy;
  /** The request the size answers, quotas included. */
  readonly sizeRequest: SizeRequest;
}

/** One cloud of an environment. */
export interface SizePlace {
  readonly cloud: Cloud;
  readonly region: string;
  /** @default - unknown, which forbids nothing */
  readonly quotas?: AccountQuotas;
  /** What a size takes from its quota while an update runs. */
  readonly needOf: (sized: SizedEndpoint) => QuotaNeed | undefined;
  /** What to report about a size above a limit of the service; undefined within it. */
  readonly overLimit: (sized: SizedEndpoint) => OverLimit | undefined;
}

interface FittedSize extends QuotaTaker {
  readonly sized: SizedEndpoint;
}

/** Finds model, engine and offers in the catalogue and chooses a size within the quotas. Every issue at once. */
export function sizeOn(context: EndpointContext, place: SizePlace): Result<SizedEndpoint> {
  const { endpoint, market } = context;
  const { cloud, quotas } = place;
  const facts = sizeFacts(context, cloud, place.region);
  if (!facts.ok) return facts;
  const { architecture, offers } = facts.value;
  const formats = formatsOn(cloud, `endpoints.${context.key}`, endpoint, architecture);
  const unlimited = {
    ...requestWithoutQuotas(context, cloud, facts.value),
    otherDtypes: usualFormats(architecture, formats),
  };
  const limited = { ...unlimited, ...quotasOfSizing(quotas, servesPeak(context)) };
  const fitted = withinQuota(offers, quotas, (left, withQuotas): Result<FittedSize> => {
    const request = withQuotas ? limited : unlimited;
    const size = chooseSize({
      request,
      offers: left,
      gpus: market.groupsOf(left),
      formats,
      weights: endpoint.weights ?? {},
    });
    if (!size.ok) return size;
    const sized = sizedEndpoint(context, cloud, facts.value, { size: size.value, sizeRequest: limited });
    if (sized === undefined) return failure(size.issues);
    const { offer } = sized;
    return success({ offer, need: place.needOf(sized), overLimit: place.overLimit(sized), sized }, size.issues);
  });
  const issues = [...facts.issues, ...fitted.issues];
  if (!fitted.ok) return failure(issues);
  const { sized } = fitted.value;
  const size = { ...sized.size, rejected: [...fitted.denied, ...sized.size.rejected] };
  return unlessErrors({ ...sized, size }, issues);
}

/** Whether all copies for the peak run here at every hour: not below production, and not on a pilot light. */
function servesPeak({ tier, role }: EndpointContext): boolean {
  return runsPeak(tier) && !(role.kind === 'standby' && role.standby === 'pilot-light');
}

function requestWithoutQuotas(
  { key, endpoint, catalog, role }: EndpointContext,
  cloud: Cloud,
  { architecture, engine }: SizeFacts,
): SizeRequest {
  const pinned = endpoint.pinned?.[cloud];
  const adapters = servedAdapters(endpoint);
  return {
    ...sizeRequest({
      path: `endpoints.${key}`,
      endpoint,
      architecture,
      catalog,
      ...(role.kind === 'standby' ? { peakShare: role.sizedFor } : {}),
      ...(pinned?.replicas === undefined ? {} : { pinnedReplicas: pinned.replicas }),
    }),
    servedBy: servedBy(engine, cloud, endpoint),
    ...(adapters === undefined ? {} : { adapters }),
    ...(pinned === undefined ? {} : { pinned }),
  };
}

/** What of the engine and its settings decides how a copy runs. No setting reaches a model that brings its engine. */
function servedBy(
  { engine, version, fp8ExpertBlock }: ServingEngine,
  cloud: Cloud,
  endpoint: Pick<EndpointSpec, 'serving'>,
): ServedBy {
  const { expertParallel, gpuMemoryUtilization }: Partial<ServingSpec> = isRegistryModel(cloud, endpoint)
    ? {}
    : endpoint.serving;
  return {
    engine,
    version,
    ...(fp8ExpertBlock === undefined ? {} : { fp8ExpertBlock }),
    ...(expertParallel === undefined ? {} : { expertParallel }),
    ...(gpuMemoryUtilization === undefined ? {} : { gpuMemoryUtilization }),
  };
}

/** What follows from a size; undefined when its offer is not among the facts. */
function sizedEndpoint(
  { key, endpoint, catalog, tier, role }: EndpointContext,
  cloud: Cloud,
  { architecture, engine, offers }: SizeFacts,
  { size, sizeRequest: request }: Pick<SizedEndpoint, 'size' | 'sizeRequest'>,
): SizedEndpoint | undefined {
  const { instanceType, accelerator: id, tensorParallel, dtype, maxNumSeqs, replicas } = size.value;
  const offer = offers.find((row) => row.instanceType === instanceType);
  const accelerator = catalog.accelerators.find((row) => row.id === id);
  if (offer === undefined || accelerator === undefined) return undefined;
  const { acceleratorShare } = offer;
  const copy: ModelCopy = {
    model: architecture,
    accelerator,
    acceleratorShare,
    tensorParallel,
    dtype,
    ...besideWeights(request),
  };
  const concurrencyPerCopy = Math.min(maxNumSeqs, concurrencyOf(request, copy).concurrency);
  const { peakConcurrency } = endpoint.traffic;
  const pin = endpoint.pinned?.[cloud]?.replicas;
  return {
    architecture,
    engine,
    size,
    offer,
    replicas: runningReplicas(tier, size, role, {
      replicas: pin,
      path: `endpoints.${key}.pinned.${cloud}.replicas`,
    }),
    peakReplicas: Math.max(replicas, Math.ceil(peakConcurrency / Math.max(1, concurrencyPerCopy))),
    concurrencyPerCopy,
    copy,
    sizeRequest: request,
  };
}
