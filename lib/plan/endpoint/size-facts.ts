import type { InstanceOffer, ModelArchitecture, ServingEngine } from '../../catalog/types';
import type { Cloud, EndpointSpec, Issue, Result, Tier } from '../../platform';
import { failure } from '../../platform';
import { findEngine, imageIssues } from '../facts/engines';
import { findModel } from '../facts/lookup';
import { comparedModelIssues, servedModelIssues } from '../facts/model-kind';
import { findOffers } from '../facts/offers';
import { issuesOf, unlessErrors } from '../result';
import { contextTooLong } from '../sizing/refusals/wording';
import { redundant } from '../tier';
import { adapterIssues } from './adapters';
import type { EndpointContext } from './endpoint-context';

/** Catalogue rows an endpoint is sized by. */
export interface SizeFacts {
  readonly architecture: ModelArchitecture;
  readonly engine: ServingEngine;
  /** Everything the service offers in the region, whatever is pinned. */
  readonly offers: readonly InstanceOffer[];
}

const services = { aws: 'sagemaker', azure: 'azure-ml' } as const;

/** Finds model, engine and offers of an endpoint in the catalogue. Every issue at once. */
export function sizeFacts(context: EndpointContext, cloud: Cloud, region: string): Result<SizeFacts> {
  const { key, endpoint, model, models, catalog, market, tier } = context;
  const { engine: name, version } = endpoint.serving;
  const path = `endpoints.${key}`;
  const instanceType = endpoint.pinned?.[cloud]?.instanceType;
  const architecture = findModel(catalog, model.id, `models.${endpoint.model}.id`);
  const engine = findEngine(catalog, name, version, `${path}.serving.version`);
  const pinned = findOffers(market, services[cloud], region, {
    instanceType,
    path: instanceType === undefined ? path : `${path}.pinned.${cloud}.instanceType`,
  });
  const issues = [
    ...issuesOf(architecture, engine, pinned),
    ...(engine.ok ? imageIssues(catalog, engine.value, cloud, `${path}.serving.version`) : []),
    ...(engine.ok ? adapterIssues(path, endpoint, engine.value, cloud) : []),
    ...(architecture.ok ? servedModelIssues(path, endpoint, architecture.value) : []),
    ...comparedModelIssues(catalog, path, endpoint, models),
    ...(architecture.ok ? contextLengthIssues(path, endpoint, architecture.value) : []),
    ...pinnedReplicasIssues(path, cloud, endpoint, tier),
  ];
  if (!architecture.ok || !engine.ok || !pinned.ok) return failure(issues);
  // Offers that the pin excludes are compared all the same: the plan says what the pin costs.
  const offers = market.offersIn(services[cloud], region);
  return unlessErrors({ architecture: architecture.value, engine: engine.value, offers }, issues);
}

function contextLengthIssues(path: string, { traffic }: EndpointSpec, model: ModelArchitecture): readonly Issue[] {
  const needed = traffic.maxTokens ?? traffic.inputTokens + traffic.outputTokens;
  if (needed <= model.maxContext) return [];
  const field = traffic.maxTokens === undefined ? 'traffic' : 'traffic.maxTokens';
  return [{ ...contextTooLong(model, needed), path: `${path}.${field}` }];
}

function pinnedReplicasIssues(path: string, cloud: Cloud, { pinned }: EndpointSpec, tier: Tier): readonly Issue[] {
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
