import type { Cloud, Tier } from '../../platform';
import type { Alternative, Figures } from '../decision';
import type { MonthlyAmount } from '../price-basis';
import type { SizeRequest } from '../sizing';
import { figuresOf } from '../sizing/figures';
import type { OfferVerdict } from '../sizing/offer-evaluation';
import type { EndpointFleet } from './cost';
import { fleetOf } from './cost';
import type { FleetRoom } from './fleet';
import { earlyTarget } from './fleet';
import { idleMinimum } from './schedule';
import type { HostingService, Places } from './services';
import { cheapestByService, cloudOf } from './services';
import type { EndpointRequest, SizedEndpoint } from './size';
import { secondsToStart } from './timeouts';

interface Question {
  readonly request: EndpointRequest;
  readonly cloud: Cloud;
  readonly sized: SizedEndpoint;
  readonly planned: EndpointFleet;
  readonly places: Places;
}

/** Every other service that could hold the endpoint, with what it would cost over the same week. */
export function otherServices(question: Question): readonly Alternative[] {
  const { cloud } = question;
  return cloud === 'aws'
    ? [...otherSageMaker(question), hosted(question, 'ec2'), ...elsewhere(question, 'azure-ml')]
    : [hosted(question, 'azure-vm'), ...elsewhere(question, 'sagemaker')];
}

/** The same machines behind SageMaker's other ways of serving. */
function otherSageMaker({ request, sized, planned }: Question): readonly Alternative[] {
  const { endpoint, tier, key } = request;
  const zero = amountOf(fleetOf(endpoint, sized.offer, { ...planned.room, minimum: 1, idleMinimum: 1, toZero: true }));
  const { figures } = sized.size.value;
  const minutes = Math.ceil(secondsToStart(sized.size.value) / 60);
  const wakes = `a request after a quiet hour fails, and answers come ${minutes} minutes later, when ${sized.size.value.weightsGiB.toFixed(1)} GiB of weights are loaded`;
  const first = endpoint.slo?.timeToFirstTokenMs;
  const late = first === undefined ? 'long after they were asked for' : `never within the ${first} ms agreed`;
  const other: Alternative =
    planned.room.toZero === true
      ? {
          value: 'sagemaker real-time endpoint',
          reason: `kept warm at every hour; endpoints.${key}.whenIdle asks for zero`,
          ...amountOf(fleetOf(endpoint, sized.offer, { ...planned.room, toZero: false })),
          figures,
        }
      : {
          value: 'sagemaker inference components, to zero',
          reason: `${wakes}; ${idleRefusal(request, tier)}`,
          ...zero,
          figures,
          possible: tier !== 'production' && !endpoint.clouds.includes('azure'),
        };
  return [
    other,
    {
      value: 'sagemaker asynchronous endpoint',
      reason: `answers are fetched from S3, ${late}; no construct in this kit deploys it`,
      ...zero,
      possible: false,
    },
  ];
}

function idleRefusal({ endpoint, key }: EndpointRequest, tier: Tier): string {
  if (tier === 'production') return 'production refuses that';
  if (endpoint.clouds.includes('azure')) return 'Azure Machine Learning cannot do the same';
  return `endpoints.${key}.whenIdle: 'scale-to-zero' takes it`;
}

const clusters: Readonly<Partial<Record<HostingService, { name: string; machines: string }>>> = {
  ec2: { name: 'eks', machines: 'EC2 instance' },
  'azure-vm': { name: 'aks', machines: 'virtual machine' },
};

/** A cluster on the same cloud. */
function hosted(question: Question, service: 'ec2' | 'azure-vm'): Alternative {
  const { name = service, machines = service } = clusters[service] ?? {};
  const region = question.places[cloudOf[service]];
  const found = find(question, service);
  const operated = `a cluster to operate, which pays off from several endpoints on shared GPUs on`;
  if (found === undefined) {
    return {
      value: name,
      reason: `no ${machines} with a known price in ${region} carries it; and ${operated}`,
      possible: false,
    };
  }
  return {
    value: `${name}, ${machine(found.verdict)}`,
    reason: `no construct in this kit deploys ${name.toUpperCase()} yet: ${operated}; its own fee is not in the price`,
    ...found.amount,
    ...(found.figures === undefined ? {} : { figures: found.figures }),
    possible: false,
  };
}

/** The managed service of the other cloud, where the endpoint does not run there anyway. */
function elsewhere(question: Question, service: 'azure-ml' | 'sagemaker'): readonly Alternative[] {
  const { endpoint, key, role = { kind: 'only' } } = question.request;
  const cloud = cloudOf[service];
  const region = question.places[cloud];
  const listed = endpoint.clouds.includes(cloud);
  if (region === undefined || (listed && !(role.kind === 'primary' && role.standby === 'none'))) return [];
  const found = find(question, service);
  if (found === undefined) {
    return [{ value: service, reason: `no instance with a known price in ${region} carries it`, possible: false }];
  }
  const why = listed
    ? `endpoints.${key}.failover keeps it for a disaster`
    : `endpoints.${key}.clouds does not list ${cloud}`;
  return [
    {
      value: `${service}, ${machine(found.verdict)} in ${region}`,
      reason: why,
      ...found.amount,
      ...(found.figures === undefined ? {} : { figures: found.figures }),
    },
  ];
}

interface Found {
  readonly verdict: OfferVerdict;
  readonly amount: MonthlyAmount;
  readonly figures: Figures | undefined;
}

function find({ request, sized, planned, places }: Question, service: HostingService): Found | undefined {
  const { tier, endpoint, catalog, role } = request;
  const published = sized.architecture.publishedDtype ?? 'bf16';
  const { dtype } = sized.size.value;
  // Like with like: where quantised weights were chosen, the others are priced with them too.
  const asked: SizeRequest = dtype === published || dtype === 'fp16' ? sized.asked : { ...sized.asked, dtype };
  const verdict = cheapestByService(catalog, asked, places).get(service);
  if (verdict === undefined) return undefined;
  const alone = tier !== 'production' || (role?.kind === 'standby' && role.standby === 'pilot-light');
  const minimum = alone ? 1 : verdict.replicas;
  // What follows the load here would follow it elsewhere; the managed service of Azure does not yet.
  const fixed = service === 'azure-ml' || planned.room.targetConcurrency === undefined;
  const room: FleetRoom = {
    minimum,
    idleMinimum: service === 'azure-ml' ? minimum : idleMinimum(endpoint, tier, minimum),
    maximum: 2 * minimum,
    ...(fixed ? {} : { targetConcurrency: targetOf(verdict, asked) }),
  };
  return {
    verdict,
    amount: amountOf(fleetOf(endpoint, verdict.offer, room)),
    figures: figuresOf(asked, verdict),
  };
}

function amountOf({ usdPerMonth, price }: EndpointFleet): MonthlyAmount {
  return { usdPerMonth, price };
}

function targetOf({ capacity, replicas }: OfferVerdict, { traffic }: SizeRequest): number {
  return Math.max(earlyTarget(capacity?.concurrency ?? 1), Math.ceil(traffic.peakConcurrency / replicas));
}

function machine({ replicas, offer }: OfferVerdict): string {
  return `${replicas} x ${offer.instanceType}`;
}
