import type { Catalog, InstanceOffer, ModelArchitecture, ServingEngine } from '../../catalog/types';
import type { Cloud, EndpointSpec, Issue, ModelSpec, OpenWeightsModel, Result, Tier } from '../../platform';
import { failure, isError, success } from '../../platform';
import type { Decision } from '../decision';
import { findEngine, findModel, findOffers } from '../facts/lookup';
import { servedModelIssues } from '../facts/model-kind';
import type { ModelCopy } from '../performance/model-copy';
import { issuesOf, unlessErrors } from '../result';
import type { Size, SizeRequest } from '../sizing';
import { capacityOf } from '../sizing/candidate';
import { redundant, runsPeak } from '../tier';
import { chooseSize } from './choose-size';
import type { EndpointRole, QuotaNeed } from './endpoint-plan';
import { formatsOn, usualFormats } from './formats';
import type { AccountQuotas, OverLimit, QuotaTaker } from './quota-fit';
import { quotasOfSizing, withinQuota } from './quota-fit';
import { runningReplicas } from './replicas';
import type { Places } from './services';
import { sizeRequest } from './size-request';

/** What is decided about one endpoint before anything cloud-specific is. */
export interface EndpointRequest {
  /** Key of the endpoint: the last part of its name and the path of its issues. */
  readonly key: string;
  /** Name of the platform. */
  readonly platform: string;
  /** Key of the environment. */
  readonly environment: string;
  readonly tier: Tier;
  readonly endpoint: EndpointSpec;
  /** The model `endpoint.model` names. */
  readonly model: OpenWeightsModel;
  readonly catalog: Catalog;
  /** What this cloud does where two share the endpoint. @default - it carries the whole peak */
  readonly role?: EndpointRole;
  /** Regions of the environment on both clouds, to compare them. @default - the target's own */
  readonly places?: Places;
  /** Models `endpoint.compareWith` may name. @default - none */
  readonly models?: Readonly<Record<string, ModelSpec>>;
}

/** Facts and size an endpoint plan is made of. */
export interface SizedEndpoint {
  readonly architecture: ModelArchitecture;
  readonly engine: ServingEngine;
  readonly size: Decision<Size>;
  readonly offer: InstanceOffer;
  /** Copies that run in this environment. */
  readonly replicas: Decision<number>;
  /** Copies that carry the whole peak; a standby may be sized for less. */
  readonly peakReplicas: number;
  /** Requests in flight one copy carries within memory and objective, and the engine admits. */
  readonly concurrencyPerCopy: number;
  readonly copy: ModelCopy;
  /** What the sizing was asked. */
  readonly asked: SizeRequest;
}

interface FittedSize extends QuotaTaker {
  readonly sized: SizedEndpoint;
}

/** One cloud of an environment. */
export interface SizePlace {
  readonly cloud: Cloud;
  readonly region: string;
  /** @default - unknown, which forbids nothing */
  readonly quotas?: AccountQuotas;
  /** What a size takes from its quota while an update runs. */
  readonly needOf: (sized: SizedEndpoint) => QuotaNeed | undefined;
  /** Whether a size is more than the service does at all. @default - it never is */
  readonly overLimit?: (sized: SizedEndpoint) => OverLimit | undefined;
}

/** Finds model, engine and offers in the catalogue and lets the sizing choose within the quotas. Every issue at once. */
export function sizeOn(request: EndpointRequest, place: SizePlace): Result<SizedEndpoint> {
  const { key, endpoint, model, catalog, tier } = request;
  const { cloud, region, quotas } = place;
  const path = `endpoints.${key}`;
  const pin = endpoint.pinned?.[cloud];
  const pinPath = pin?.instanceType === undefined ? path : `${path}.pinned.${cloud}.instanceType`;
  const service = cloud === 'aws' ? 'sagemaker' : 'azure-ml';
  const architecture = findModel(catalog, model.id, `models.${endpoint.model}.id`);
  const engine = findEngine(catalog, endpoint.serving.engine, endpoint.serving.version, `${path}.serving.version`);
  // A pin must exist; offers beside it are weighed all the same, to say what it costs.
  const wanted = findOffers(catalog, service, region, { instanceType: pin?.instanceType, path: pinPath });
  const offers =
    pin?.instanceType === undefined ? wanted : findOffers(catalog, service, region, { instanceType: undefined, path });
  const issues = [
    ...issuesOf(architecture, engine, wanted),
    ...(architecture.ok ? servedModelIssues(path, endpoint, architecture.value) : []),
    ...(architecture.ok ? contextIssues(path, endpoint, architecture.value) : []),
    ...replicaIssues(path, cloud, endpoint, tier),
  ];
  if (!architecture.ok || !engine.ok || !wanted.ok || !offers.ok || issues.some(isError)) return failure(issues);
  const { role = { kind: 'only' } } = request;
  const formats = formatsOn(cloud, path, endpoint, architecture.value);
  const unlimited: SizeRequest = {
    ...sizeRequest({
      path,
      endpoint,
      architecture: architecture.value,
      catalog,
      ...(role.kind === 'standby' ? { peakShare: role.sizedFor } : {}),
      ...(pin?.replicas === undefined ? {} : { pinnedReplicas: pin.replicas }),
    }),
    ...(pin === undefined ? {} : { pinned: pin }),
    otherDtypes: usualFormats(architecture.value, formats),
  };
  const atPeak = runsPeak(tier) && !(role.kind === 'standby' && role.standby === 'pilot-light');
  const asked: SizeRequest = { ...unlimited, ...quotasOfSizing(quotas, atPeak) };
  const fitted = withinQuota(offers.value, quotas, (left, withQuotas): Result<FittedSize> => {
    const size = chooseSize(withQuotas ? asked : unlimited, left, formats, endpoint.weights);
    if (!size.ok) return size;
    const offer = left.find((row) => row.instanceType === size.value.value.instanceType);
    const accelerator = catalog.accelerators.find((row) => row.id === size.value.value.accelerator);
    if (offer === undefined || accelerator === undefined) return failure(size.issues);
    const { tensorParallel, dtype } = size.value.value;
    const { acceleratorShare } = offer;
    const copy: ModelCopy = { model: architecture.value, accelerator, acceleratorShare, tensorParallel, dtype };
    const concurrencyPerCopy = Math.min(size.value.value.maxNumSeqs, capacityOf(asked, copy).concurrency);
    const sized: SizedEndpoint = {
      architecture: architecture.value,
      engine: engine.value,
      size: size.value,
      offer,
      replicas: runningReplicas(tier, size.value, replicaPin(path, cloud, pin?.replicas), role),
      peakReplicas: Math.max(
        size.value.value.replicas,
        Math.ceil(endpoint.traffic.peakConcurrency / Math.max(1, concurrencyPerCopy)),
      ),
      concurrencyPerCopy,
      copy,
      asked,
    };
    return success({ offer, need: place.needOf(sized), overLimit: place.overLimit?.(sized), sized }, size.issues);
  });
  if (!fitted.ok) return failure([...issues, ...fitted.issues]);
  const { sized } = fitted.value;
  const size = { ...sized.size, rejected: [...fitted.denied, ...sized.size.rejected] };
  return unlessErrors({ ...sized, size }, [...issues, ...fitted.issues]);
}

function contextIssues(path: string, { traffic }: EndpointSpec, model: ModelArchitecture): readonly Issue[] {
  const typical = traffic.inputTokens + traffic.outputTokens;
  const written = traffic.maxTokens !== undefined;
  const needed = traffic.maxTokens ?? typical;
  if (needed <= model.maxContext) return [];
  return [
    {
      code: 'ContextTooLong',
      path: written ? `${path}.traffic.maxTokens` : `${path}.traffic`,
      message: `${model.id} was trained on ${model.maxContext} tokens (${model.source}, ${model.asOf})`,
      got: needed,
      expected: `at most ${model.maxContext} tokens of request and answer`,
      fix: `use at most ${model.maxContext} tokens or a model with a longer context`,
    },
  ];
}

function replicaPin(
  path: string,
  cloud: Cloud,
  replicas: number | undefined,
): { replicas: number; path: string } | undefined {
  return replicas === undefined ? undefined : { replicas, path: `${path}.pinned.${cloud}.replicas` };
}

function replicaIssues(path: string, cloud: Cloud, { pinned }: EndpointSpec, tier: Tier): readonly Issue[] {
  const replicas = pinned?.[cloud]?.replicas;
  if (tier !== 'production' || replicas === undefined || replicas >= redundant) return [];
  return [
    {
      code: 'TooFewReplicas',
      path: `${path}.pinned.${cloud}.replicas`,
      message: `with ${replicas} of ${redundant} copies, losing one instance takes production down`,
      got: replicas,
      expected: `at least ${redundant} in production`,
      fix: `pin ${redundant} or more, or leave it to the planner`,
    },
  ];
}
