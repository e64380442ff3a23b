import type { Alternative, Figures } from '../decision';
import { cloudOf } from '../facts/cloud';
import type { HostingService } from '../facts/offers';
import type { MonthlyAmount } from '../price-basis';
import type { SizeRequest } from '../sizing';
import { figuresOf } from '../sizing/figures';
import type { OfferEvaluation } from '../sizing/offer-evaluation';
import type { EndpointFleet } from './cost';
import { fleetOf } from './cost';
import type { EndpointContext } from './endpoint-context';
import type { ScalingBounds } from './fleet';
import { earlyTarget } from './fleet';
import { idleMinimum } from './schedule';
import type { SizedEndpoint } from './size';
import { secondsToStart } from './timeouts';

/** A planned endpoint, to be compared with what else could serve it. */
export interface PlannedFleet {
  readonly context: EndpointContext;
  readonly sized: SizedEndpoint;
  readonly planned: EndpointFleet;
}

/** Every other service that could serve the endpoint, with its cost over the same week. */
export function otherServices(endpoint: PlannedFleet): readonly Alternative[] {
  return endpoint.sized.offer.cloud === 'aws'
    ? [...otherSageMaker(endpoint), onCluster(endpoint, 'ec2'), ...onOtherCloud(endpoint, 'azure-ml')]
    : [onCluster(endpoint, 'azure-vm'), ...onOtherCloud(endpoint, 'sagemaker')];
}

/** The same instances behind the other kinds of SageMaker endpoints. */
function otherSageMaker({ context, sized, planned }: PlannedFleet): readonly Alternative[] {
  const { endpoint, key } = context;
  const { bounds } = planned;
  const zero = amountOf(fleetOf(endpoint, sized.offer, { ...bounds, minimum: 1, idleMinimum: 1, toZero: true }));
  const first = endpoint.slo?.timeToFirstTokenMs;
  const late = first === undefined ? 'minutes after the request' : `never within the ${first} ms agreed`;
  const realTime: Alternative = {
    value: 'sagemaker real-time endpoint',
    reason: `kept warm at every hour; endpoints.${key}.whenIdle wants zero`,
    ...amountOf(fleetOf(endpoint, sized.offer, { ...bounds, toZero: false })),
    figures: sized.size.value.figures,
  };
  return [
    bounds.toZero === true ? realTime : inferenceComponents(context, sized, zero),
    {
      value: 'sagemaker asynchronous endpoint',
      reason: `answers are fetched from S3, ${late}; no construct in this kit deploys it`,
      ...zero,
      possible: false,
    },
  ];
}

function inferenceComponents(context: EndpointContext, { size }: SizedEndpoint, amount: MonthlyAmount): Alternative {
  const { weightsGiB, figures } = size.value;
  const minutes = Math.ceil(secondsToStart(size.value) / 60);
  return {
    value: 'sagemaker inference components, to zero',
    reason:
      `the first request after an idle hour fails, and answers come ${minutes} minutes later, when ` +
      `${weightsGiB.toFixed(1)} GiB of weights are loaded; ${whyKeptWarm(context)}`,
    ...amount,
    figures,
    possible: context.tier !== 'production' && !context.endpoint.clouds.includes('azure'),
  };
}

function whyKeptWarm({ endpoint, key, tier }: EndpointContext): string {
  if (tier === 'production') return 'refused in production';
  if (endpoint.clouds.includes('azure')) return 'Azure Machine Learning cannot scale to zero';
  return `endpoints.${key}.whenIdle: 'scale-to-zero' chooses it`;
}

const clusters = {
  ec2: { name: 'eks', machines: 'EC2 instance' },
  'azure-vm': { name: 'aks', machines: 'virtual machine' },
} as const;

/** A Kubernetes cluster on the same cloud. */
function onCluster(endpoint: PlannedFleet, service: 'ec2' | 'azure-vm'): Alternative {
  const { name, machines } = clusters[service];
  const region = endpoint.context.places[cloudOf(service)];
  const offer = cheapestOn(endpoint, service);
  const operated = 'a cluster to operate, worth it once several endpoints share its GPUs';
  if (offer === undefined) {
    return {
      value: name,
      reason: `no ${machines} with a known price in ${region} serves it; and ${operated}`,
      possible: false,
    };
  }
  return {
    value: `${name}, ${offer.machines}`,
    reason: `no construct in this kit deploys ${name.toUpperCase()} yet: ${operated}; the cluster fee is not in the price`,
    ...offer.amount,
    ...(offer.figures === undefined ? {} : { figures: offer.figures }),
    possible: false,
  };
}

/** The managed service of the other cloud; none where the endpoint runs there anyway. */
function onOtherCloud(endpoint: PlannedFleet, service: 'azure-ml' | 'sagemaker'): readonly Alternative[] {
  const { endpoint: spec, key, role, places } = endpoint.context;
  const cloud = cloudOf(service);
  const region = places[cloud];
  const listed = spec.clouds.includes(cloud);
  if (region === undefined || (listed && !(role.kind === 'primary' && role.standby === 'none'))) return [];
  const offer = cheapestOn(endpoint, service);
  if (offer === undefined) {
    return [{ value: service, reason: `no instance with a known price in ${region} serves it`, possible: false }];
  }
  return [
    {
      value: `${service}, ${offer.machines} in ${region}`,
      reason: listed
        ? `endpoints.${key}.failover keeps it for a disaster`
        : `endpoints.${key}.clouds does not list ${cloud}`,
      ...offer.amount,
      ...(offer.figures === undefined ? {} : { figures: offer.figures }),
    },
  ];
}

/** The cheapest way to serve an endpoint on a service. */
interface ServiceOffer {
  /** For example `2 x ml.p5.4xlarge`. */
  readonly machines: string;
  readonly amount: MonthlyAmount;
  readonly figures: Figures | undefined;
}

function cheapestOn({ context, sized, planned }: PlannedFleet, service: HostingService): ServiceOffer | undefined {
  const { tier, endpoint, market, places, role } = context;
  const published = sized.architecture.publishedDtype ?? 'bf16';
  const { dtype } = sized.size.value;
  // Where quantised weights were chosen, the other services are priced with them too.
  const request = dtype === published || dtype === 'fp16' ? sized.sizeRequest : { ...sized.sizeRequest, dtype };
  const verdict = market.cheapest(request, places).get(service);
  if (verdict === undefined) return undefined;
  const single = tier !== 'production' || (role.kind === 'standby' && role.standby === 'pilot-light');
  const minimum = single ? 1 : verdict.replicas;
  // What follows the load here would follow it there. No construct scales Azure's managed service yet.
  const fixed = service === 'azure-ml' || planned.bounds.targetConcurrency === undefined;
  const bounds: ScalingBounds = {
    minimum,
    idleMinimum: service === 'azure-ml' ? minimum : idleMinimum(endpoint, tier, minimum),
    maximum: 2 * minimum,
    ...(fixed ? {} : { targetConcurrency: targetOf(verdict, request) }),
  };
  return {
    machines: `${verdict.replicas} x ${verdict.offer.instanceType}`,
    amount: amountOf(fleetOf(endpoint, verdict.offer, bounds)),
    figures: figuresOf(request, verdict),
  };
}

function amountOf({ usdPerMonth, price }: EndpointFleet): MonthlyAmount {
  return { usdPerMonth, price };
}

function targetOf({ capacity, replicas }: OfferEvaluation, { traffic }: SizeRequest): number {
  return Math.max(earlyTarget(capacity?.concurrency ?? 1), Math.ceil(traffic.peakConcurrency / replicas));
}
