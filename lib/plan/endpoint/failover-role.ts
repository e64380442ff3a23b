import type { Catalog } from '../../catalog/types';
import type { Cloud, EndpointSpec, EnvironmentSpec, FailoverSpec, ResolvedPlatform } from '../../platform';
import type { Decision, Figures } from '../decision';
import { decide, pinned } from '../decision';
import { openWeightsModel } from '../entries';
import { byKey } from '../order';
import { estimateMark, instancePrice } from '../price-basis';
import type { SizeRequest } from '../sizing';
import { figuresOf } from '../sizing/figures';
import type { OfferEvaluation } from '../sizing/offer-evaluation';
import { runsPeak } from '../tier';
import type { FailoverRole } from './endpoint-plan';
import type { Market, Places } from './market';
import { quotasOfSizing } from './quota-fit';
import { sizeRequest } from './size-request';
import { tonnesPerMonth, weigh } from './weigh';

/** An endpoint on a cloud where it runs, with what the cloud does for it. */
export interface PlacedEndpoint {
  readonly key: string;
  readonly endpoint: EndpointSpec;
  readonly role: FailoverRole;
}

/** An environment, before it is decided which endpoints run on which of its clouds. */
export interface PlacementRequest {
  readonly platform: ResolvedPlatform;
  readonly environment: EnvironmentSpec;
  readonly catalog: Catalog;
  readonly market: Market;
  readonly places: Places;
}

/** The endpoints that run on each cloud of an environment, by key. */
export function placedEndpoints(request: PlacementRequest): Readonly<Record<Cloud, readonly PlacedEndpoint[]>> {
  const placed = byKey(request.platform.endpoints).map(([key, endpoint]) => ({
    key,
    endpoint,
    roles: rolesOf(request, key, endpoint),
  }));
  const on = (cloud: Cloud): readonly PlacedEndpoint[] =>
    placed.flatMap(({ key, endpoint, roles }) => {
      const role = roles[cloud];
      return role === undefined ? [] : [{ key, endpoint, role }];
    });
  return { aws: on('aws'), azure: on('azure') };
}

type Roles = Readonly<Partial<Record<Cloud, FailoverRole>>>;

/** The role of each cloud; none for a cloud where the endpoint does not run. */
function rolesOf(request: PlacementRequest, key: string, endpoint: EndpointSpec): Roles {
  const { places } = request;
  const here = endpoint.clouds.filter((cloud) => places[cloud] !== undefined);
  const { failover } = endpoint;
  // An environment on one cloud has no other to fail over to.
  if (failover === undefined || places.aws === undefined || places.azure === undefined) {
    return Object.fromEntries(here.map((cloud) => [cloud, { kind: 'only' }]));
  }
  const primary = primaryCloud(request, key, endpoint, failover);
  const standby = standbyRole(primary, failover);
  return Object.fromEntries(
    here.flatMap((cloud): readonly (readonly [Cloud, FailoverRole])[] => {
      if (cloud === primary.value) return [[cloud, { kind: 'primary', primary, standby: failover.standby }]];
      return standby === undefined ? [] : [[cloud, standby]];
    }),
  );
}

function standbyRole(primary: Decision<Cloud>, failover: FailoverSpec): FailoverRole | undefined {
  switch (failover.standby) {
    case 'none':
      return undefined;
    case 'warm':
      return { kind: 'standby', primary, standby: 'warm', sizedFor: failover.peakShare };
    case 'pilot-light':
    case 'full':
      return { kind: 'standby', primary, standby: failover.standby, sizedFor: 1 };
  }
}

function primaryCloud(
  request: PlacementRequest,
  key: string,
  endpoint: EndpointSpec,
  failover: FailoverSpec,
): Decision<Cloud> {
  const path = `endpoints.${key}`;
  if (failover.primary !== undefined) return pinned(failover.primary, `${path}.failover.primary`);
  const { catalog, market, places } = request;
  const model = openWeightsModel(request, endpoint.model);
  const architecture = catalog.models.find(({ id }) => id === model?.id);
  if (architecture === undefined) return onlyCandidate('aws', 'the model is unknown, so the clouds cannot be compared');
  const size: SizeRequest = {
    ...sizeRequest({ path, endpoint, architecture, catalog }),
    ...quotasOfBothClouds(request.environment, path),
  };
  const cheapest = market.cheapest(size, places);
  const [aws, azure] = [cheapest.get('sagemaker'), cheapest.get('azure-ml')];
  if (aws === undefined || azure === undefined) {
    const value = aws === undefined && azure !== undefined ? 'azure' : 'aws';
    const other = value === 'aws' ? places.azure : places.aws;
    return onlyCandidate(value, `no instance in ${other} serves the peak within the quotas`);
  }
  return cheaperCloud(endpoint, [
    { cloud: 'aws', place: places.aws, verdict: aws, figures: figuresOf(size, aws) },
    { cloud: 'azure', place: places.azure, verdict: azure, figures: figuresOf(size, azure) },
  ]);
}

/** Quotas of different clouds have different names. */
function quotasOfBothClouds({ aws, azure, tier }: EnvironmentSpec, path: string): ReturnType<typeof quotasOfSizing> {
  return quotasOfSizing({ limits: { ...aws?.quotas, ...azure?.quotas }, path }, runsPeak(tier));
}

interface CloudOption {
  readonly cloud: Cloud;
  readonly place: string | undefined;
  readonly verdict: OfferEvaluation;
  readonly figures: Figures | undefined;
}

function cheaperCloud({ weights }: EndpointSpec, options: readonly [CloudOption, CloudOption]): Decision<Cloud> {
  const dirtiest = Math.max(0, ...options.map(({ figures }) => tonnesPerMonth(figures) ?? 0));
  const cost = ({ verdict, figures }: CloudOption): number =>
    Math.round(weigh(verdict, figures, weights ?? {}, dirtiest).total);
  const [best, other] = cost(options[0]) <= cost(options[1]) ? options : [options[1], options[0]];
  const counted = weights === undefined ? '' : ', carbon and losses counted';
  return decide<Cloud>(
    best.cloud,
    'failover.cheaper-primary',
    `${machines(best)} serve the peak for ${mark(best)}$${cost(best)} a month around the clock${counted}`,
    [
      {
        value: other.cloud,
        reason: `${machines(other)} would cost ${mark(other)}$${cost(other)}`,
        usdPerMonth: cost(other),
        price: instancePrice(other.verdict.offer, other.verdict.replicas),
        ...(other.figures === undefined ? {} : { figures: other.figures }),
      },
    ],
  );
}

function machines({ verdict: { replicas, offer }, place }: CloudOption): string {
  return `${replicas} x ${offer.instanceType} in ${place}`;
}

function mark({ verdict: { offer, replicas } }: CloudOption): string {
  return estimateMark(instancePrice(offer, replicas));
}

function onlyCandidate(cloud: Cloud, why: string): Decision<Cloud> {
  return decide<Cloud>(cloud, 'failover.only-candidate', `${cloud} is the primary: ${why}`);
}
