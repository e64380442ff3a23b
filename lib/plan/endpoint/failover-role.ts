import type { Catalog } from '../../catalog/types';
import type { Cloud, EndpointSpec, FailoverSpec, OpenWeightsModel, Tier } from '../../platform';
import type { Decision } from '../decision';
import { decide, pinned } from '../decision';
import { estimateMark, instancePrice } from '../price-basis';
import { figuresOf } from '../sizing/figures';
import type { OfferVerdict } from '../sizing/offer-evaluation';
import { runsPeak } from '../tier';
import type { EndpointRole } from './endpoint-plan';
import { quotasOfSizing } from './quota-fit';
import type { Places } from './services';
import { cheapestByService } from './services';
import { sizeRequest } from './size-request';
import { tonnesPerMonth, weigh } from './weigh';

/** An endpoint that clouds may share, and what is known before either is planned. */
export interface RoleQuestion {
  readonly path: string;
  readonly endpoint: EndpointSpec;
  /** Absent when the spec names none, which is reported elsewhere. */
  readonly model: OpenWeightsModel | undefined;
  readonly catalog: Catalog;
  readonly places: Places;
  readonly tier: Tier;
  /** What the accounts of both clouds may run; quotas of different clouds have different names. @default - unknown */
  readonly quotas?: Readonly<Record<string, number>>;
}

/**
 * The role of a cloud, or undefined when the endpoint does not run there. Where an environment is on one cloud only
 * there is nothing to share.
 */
export function roleOn(cloud: Cloud, question: RoleQuestion): EndpointRole | undefined {
  const { endpoint, places } = question;
  const { failover, clouds } = endpoint;
  if (!clouds.includes(cloud) || places[cloud] === undefined) return undefined;
  if (failover === undefined || places.aws === undefined || places.azure === undefined) return { kind: 'only' };
  const primary = primaryCloud(question, failover);
  if (primary.value === cloud) return { kind: 'primary', primary, standby: failover.standby };
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

function primaryCloud(question: RoleQuestion, failover: FailoverSpec): Decision<Cloud> {
  const { path, endpoint, model, catalog, places, tier, quotas } = question;
  if (failover.primary !== undefined) return pinned(failover.primary, `${path}.failover.primary`);
  const architecture = catalog.models.find(({ id }) => id === model?.id);
  if (architecture === undefined) return onlyOne('aws', 'the model is not known, so nothing can be compared');
  const request = {
    ...sizeRequest({ path, endpoint, architecture, catalog }),
    ...quotasOfSizing(quotas === undefined ? undefined : { limits: quotas, path }, runsPeak(tier)),
  };
  const cheapest = cheapestByService(catalog, request, places);
  const [aws, azure] = [cheapest.get('sagemaker'), cheapest.get('azure-ml')];
  if (aws === undefined || azure === undefined) {
    const value = aws === undefined && azure !== undefined ? 'azure' : 'aws';
    return onlyOne(
      value,
      `no instance of ${value === 'aws' ? places.azure : places.aws} carries the peak within the quotas`,
    );
  }
  const figures = [figuresOf(request, aws), figuresOf(request, azure)] as const;
  const dirtiest = Math.max(0, ...figures.map((each) => tonnesPerMonth(each) ?? 0));
  const costs = [aws, azure].map((verdict, i) => weigh(verdict, figures[i], endpoint.weights ?? {}, dirtiest).total);
  const [onAws = 0, onAzure = 0] = costs.map(Math.round);
  const rows = [
    { cloud: 'aws', place: places.aws, verdict: aws, usd: onAws, figures: figures[0] },
    { cloud: 'azure', place: places.azure, verdict: azure, usd: onAzure, figures: figures[1] },
  ] as const;
  const [best, other] = onAws <= onAzure ? [rows[0], rows[1]] : [rows[1], rows[0]];
  const counted = endpoint.weights === undefined ? '' : ', carbon and losses counted';
  return decide<Cloud>(
    best.cloud,
    'failover.cheaper-primary',
    `${best.verdict.replicas} x ${best.verdict.offer.instanceType} in ${best.place} carry the peak for ${mark(best.verdict)}$${best.usd} a month around the clock${counted}`,
    [
      {
        value: other.cloud,
        reason: `${other.verdict.replicas} x ${other.verdict.offer.instanceType} in ${other.place} would count for ${mark(other.verdict)}$${other.usd}`,
        usdPerMonth: other.usd,
        price: instancePrice(other.verdict.offer, other.verdict.replicas),
        ...(other.figures === undefined ? {} : { figures: other.figures }),
      },
    ],
  );
}

function mark({ offer, replicas }: OfferVerdict): string {
  return estimateMark(instancePrice(offer, replicas));
}

function onlyOne(cloud: Cloud, why: string): Decision<Cloud> {
  return decide<Cloud>(cloud, 'failover.only-candidate', `${cloud} answers first: ${why}`);
}
