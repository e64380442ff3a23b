import type { Catalog, InstanceOffer, ModelArchitecture, ServingEngine } from '../catalog/types';
import { failure, isError } from '../spec';
import type { Cloud, EndpointSpec, Issue, OpenWeightsModel, Result, Tier } from '../spec';
import type { Decision } from './decision';
import { findEngine, findModel, findOffers } from './lookup';
import { redundant, runningReplicas } from './replicas';
import { issuesOf, unlessErrors } from './result';
import { sizeEndpoint } from './sizing';
import type { Size, SizeRequest } from './sizing';
import { capacityOf } from './sizing/candidate';

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
}

/** Facts and size an endpoint plan is made of. */
export interface SizedEndpoint {
  readonly architecture: ModelArchitecture;
  readonly engine: ServingEngine;
  readonly size: Decision<Size>;
  readonly offer: InstanceOffer;
  /** Copies that run in this environment. */
  readonly replicas: Decision<number>;
  /** Requests in flight one copy carries within memory and objective, and the engine admits. */
  readonly concurrencyPerCopy: number;
}

/** Context lengths are planned in steps of this many tokens. */
const contextStep = 1024;

/** Finds model, engine and offers in the catalogue and lets the sizing choose. Every issue at once. */
export function sizeOn(request: EndpointRequest, cloud: Cloud, region: string): Result<SizedEndpoint> {
  const { key, endpoint, model, catalog, tier } = request;
  const path = `endpoints.${key}`;
  const pin = endpoint.pinned?.[cloud];
  const pinPath = pin?.instanceType === undefined ? path : `${path}.pinned.${cloud}.instanceType`;
  const architecture = findModel(catalog, model.id, `models.${endpoint.model}.id`);
  const engine = findEngine(catalog, endpoint.serving.engine, endpoint.serving.version, `${path}.serving.version`);
  const offers = findOffers(catalog, cloud === 'aws' ? 'sagemaker' : 'azure-ml', region, {
    instanceType: pin?.instanceType,
    path: pinPath,
  });
  const issues = [
    ...issuesOf(architecture, engine, offers),
    ...(architecture.ok ? contextIssues(path, endpoint, architecture.value) : []),
    ...replicaIssues(path, cloud, endpoint, tier),
  ];
  if (!architecture.ok || !engine.ok || !offers.ok || issues.some(isError)) return failure(issues);
  const sizing: SizeRequest = {
    path,
    model: architecture.value,
    accelerators: catalog.accelerators,
    traffic: {
      peakConcurrency: endpoint.traffic.peakConcurrency,
      inputTokens: endpoint.traffic.inputTokens,
      outputTokens: endpoint.traffic.outputTokens,
      maxTokens: longestRequest(endpoint, architecture.value),
    },
    slo: endpoint.slo ?? {},
    // A pin below it is honoured, and warned of where it matters.
    minReplicas: Math.min(redundant, pin?.replicas ?? redundant),
    ...(pin === undefined ? {} : { pinned: pin }),
  };
  const size = sizeEndpoint(sizing, offers.value);
  if (!size.ok) return failure([...issues, ...size.issues]);
  const chosen = size.value.value;
  const offer = offers.value.find((row) => row.instanceType === chosen.instanceType);
  const accelerator = catalog.accelerators.find((row) => row.id === chosen.accelerator);
  if (offer === undefined || accelerator === undefined) return failure(issues);
  const { acceleratorShare } = offer;
  const { tensorParallel, dtype } = chosen;
  const copy = { model: architecture.value, accelerator, acceleratorShare, tensorParallel, dtype };
  return unlessErrors(
    {
      architecture: architecture.value,
      engine: engine.value,
      size: size.value,
      offer,
      replicas: runningReplicas(tier, size.value, replicaPin(path, cloud, pin?.replicas)),
      concurrencyPerCopy: Math.min(chosen.maxNumSeqs, capacityOf(sizing, copy).concurrency),
    },
    [...issues, ...size.issues],
  );
}

function longestRequest({ traffic }: EndpointSpec, { maxContext }: ModelArchitecture): number {
  if (traffic.maxTokens !== undefined) return traffic.maxTokens;
  const typical = traffic.inputTokens + traffic.outputTokens;
  return Math.min(maxContext, Math.ceil((4 * typical) / contextStep) * contextStep);
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
      severity: 'warning',
    },
  ];
}
