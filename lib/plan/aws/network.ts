import { privateEndpointPrice } from '../../catalog/private-endpoints';
import { lastFreshDay } from '../../catalog/stale-rows';
import { executionActions } from '../../constraints/endpoint-actions';
import type { AwsGivenNetwork } from '../../platform';
import type { AwsContext, EnvironmentContext } from '../context';
import type { Decision } from '../decision';
import { cite, decide, pinned } from '../decision';
import { awsKnowledge, bedrockModels, tuningJobs } from '../entries';
import type { PriceBasis } from '../price-basis';
import { logRetentionDays } from '../retention';
import { hoursPerMonth, round } from '../units';
import type { AwsFoundationPlan, AwsGivenNetworkPlan, AwsOwnNetworkPlan } from './aws-plan';

/** The VPC of an environment: private, without a route to the internet; or one of the company. */
export function awsNetwork(context: AwsContext): AwsFoundationPlan['network'] {
  const { network, cidr = '' } = context.target;
  return network === undefined ? ownNetwork(context, cidr) : givenNetwork(context, network);
}

function ownNetwork(context: AwsContext, cidr: string): AwsOwnNetworkPlan {
  const zones = availabilityZones(context);
  const endpoints = interfaceEndpoints(context);
  return {
    cidr: pinned(cidr, `environments.${context.key}.aws.cidr`),
    availabilityZones: zones,
    interfaceEndpoints: endpoints,
    ...endpointActions(context),
    ...endpointCost(context, endpoints.value.length, zones.value.length),
    gatewayEndpoints: gatewayEndpoints(),
    flowLogRetentionDays: logRetentionDays(context.platform, context.environment.tier),
    ...archive(context),
  };
}

function archive({ key, target }: AwsContext): Pick<AwsOwnNetworkPlan, 'flowLogBucketArn'> {
  const { flowLogBucketArn } = target.logs ?? {};
  if (flowLogBucketArn === undefined) return {};
  return { flowLogBucketArn: pinned(flowLogBucketArn, `environments.${key}.aws.logs.flowLogBucketArn`) };
}

/** Flow logs and default security group are left to whoever owns the network. */
function givenNetwork(context: AwsContext, network: AwsGivenNetwork): AwsGivenNetworkPlan {
  const path = `environments.${context.key}.aws.network`;
  const existing = existingServices(network);
  const needed = interfaceEndpoints(context);
  const gateways = gatewayEndpoints();
  const ours = keepOurs(path, needed, existing);
  const isThere = (service: string): boolean => existing === 'all' || existing.includes(service);
  return {
    vpcId: pinned(network.vpcId, `${path}.vpcId`),
    subnetIds: pinned(network.privateSubnetIds, `${path}.privateSubnetIds`),
    availabilityZones: pinned(network.availabilityZones, `${path}.availabilityZones`),
    ...(network.securityGroupId === undefined
      ? {}
      : { securityGroupId: pinned(network.securityGroupId, `${path}.securityGroupId`) }),
    routeTableIds: pinned(network.routeTableIds ?? [], `${path}.routeTableIds`),
    interfaceEndpoints: ours,
    ...(ours.value.length === 0
      ? {}
      : {
          ...endpointActions(context),
          ...endpointCost(context, ours.value.length, network.availabilityZones.length),
        }),
    gatewayEndpoints: keepOurs(path, gateways, existing),
    existingEndpoints: decide(
      [...gateways.value, ...needed.value].filter(isThere).toSorted(),
      'network.existing-endpoints',
      `the subnets must reach them already, by their private names: ${path} says so, and nothing looks it up`,
    ),
  };
}

function existingServices({ endpoints, existingEndpoints = [] }: AwsGivenNetwork): 'all' | readonly string[] {
  return endpoints === 'existing' ? 'all' : existingEndpoints;
}

/** The endpoints of a decision that the kit still creates in a network of the company. */
function keepOurs<T extends string>(
  path: string,
  { value, because, rejected }: Decision<readonly T[]>,
  existing: 'all' | readonly string[],
): Decision<readonly T[]> {
  const there = value.filter((service) => existing === 'all' || existing.includes(service));
  if (there.length === 0) return { value, because, rejected };
  const field = existing === 'all' ? 'endpoints' : 'existingEndpoints';
  return {
    value: value.filter((service) => !there.includes(service)),
    because: [
      { rule: 'network.given', text: `${there.join(', ')}: not created, given by ${path}.${field}` },
      ...(there.length === value.length ? [] : because),
    ],
    rejected,
  };
}

function gatewayEndpoints(): Decision<readonly ('s3' | 'dynamodb')[]> {
  return decide(
    ['s3', 'dynamodb'],
    'network.gateway-endpoints',
    'weights, documents and the release table are reachable without an hourly charge',
    [
      {
        value: 'NAT gateway',
        reason: 'a route to the internet that nothing in the platform needs, charged by hour and GB',
      },
    ],
  );
}

function availabilityZones({ environment, region }: AwsContext): Decision<readonly string[]> {
  const wanted = environment.tier === 'production' ? 3 : 2;
  const zones = region.zones.slice(0, wanted);
  const why =
    environment.tier === 'production'
      ? 'after the loss of a zone production still has two'
      : `${environment.tier} needs two, so that what spans zones is tested before production`;
  const short = zones.length < wanted ? `; ${region.id} has only ${zones.length}` : '';
  return cite(
    zones,
    'network.zones',
    `${zones.length} of ${region.zones.length} zones of ${region.id}: ${why}${short}. A letter names another building in another account; whether these have every private endpoint and instance type is not checked`,
    region,
  );
}

/** Interface endpoints and what needs them: AWS charges each by the hour and zone. */
interface EndpointNeed {
  readonly services: readonly string[];
  readonly why: string;
  readonly needed: boolean;
  /** @default - nothing in the platform calls it */
  readonly whyNot?: string;
}

/** What the interface endpoints cost without traffic; nothing where the catalogue has no price. */
function endpointCost(
  { region }: AwsContext,
  endpoints: number,
  zones: number,
): Pick<AwsOwnNetworkPlan, 'usdPerMonth'> {
  const row = privateEndpointPrice(region.id);
  if (row === undefined) return {};
  const { usdPerHour, source, asOf } = row;
  const price: PriceBasis = {
    basis: 'estimated',
    per: 'endpoint-hour',
    source,
    asOf,
    freshUntil: lastFreshDay('instances', asOf),
  };
  const text = `${endpoints} endpoints in ${zones} zones for ${hoursPerMonth} hours at ${usdPerHour} USD; traffic comes on top`;
  return {
    usdPerMonth: {
      ...cite(round(endpoints * zones * hoursPerMonth * usdPerHour, 2), 'network.endpoint-price', text, row),
      price,
    },
  };
}

function interfaceEndpoints(context: AwsContext): Decision<readonly string[]> {
  const needs = [...endpointNeeds(context), ...ofConfig(context)];
  const taken = needs.filter((need) => need.needed);
  return {
    value: [...new Set(taken.flatMap((need) => need.services))].toSorted(),
    because: [
      ...taken.map(({ services, why }) => ({
        rule: 'network.private-by-use',
        text: `${services.join(', ')}: ${why}`,
      })),
      ...(privateEndpointPrice(context.region.id) === undefined
        ? [{ rule: 'network.endpoint-price', text: `the price of an endpoint in ${context.region.id} is unknown` }]
        : []),
    ],
    rejected: needs
      .filter((need) => !need.needed)
      .map(({ services, whyNot = 'nothing in the platform calls it' }) => ({
        value: services.join(', '),
        reason: `${whyNot}, and AWS charges an endpoint by the hour in every zone`,
      })),
  };
}

function ofConfig({ key, target }: AwsContext): readonly EndpointNeed[] {
  const services = Object.keys(target.privateServices ?? {});
  return services.length === 0
    ? []
    : [{ services, why: `environments.${key}.aws.privateServices names them`, needed: true }];
}

/**
 * What the endpoints of the config allow. An endpoint that the platform needs too keeps the actions of the platform: the
 * config adds to them.
 */
function endpointActions(context: AwsContext): Pick<AwsOwnNetworkPlan, 'endpointActions'> {
  const { privateServices } = context.target;
  if (privateServices === undefined) return {};
  const path = `environments.${context.key}.aws.privateServices`;
  const planned = endpointNeeds(context).flatMap(({ needed, services }) => (needed ? services : []));
  const shared = Object.keys(privateServices).filter((service) => planned.includes(service));
  const actions = Object.entries(privateServices).map(([service, written]): [string, readonly string[]] => {
    const own = shared.includes(service) ? (executionActions[service] ?? []) : [];
    return [service, [...new Set([...own, ...written])]];
  });
  const decision = pinned(Object.fromEntries(actions), path);
  if (shared.length === 0) return { endpointActions: decision };
  const text = `${shared.join(', ')}: the platform calls it too, so its endpoint also allows what the platform needs`;
  return {
    endpointActions: { ...decision, because: [...decision.because, { rule: 'network.shared-endpoint', text }] },
  };
}

function endpointNeeds(context: EnvironmentContext): readonly EndpointNeed[] {
  const endpoints = context.endpoints.aws.length > 0;
  const tuning = tuningJobs(context).length > 0;
  const bedrock = bedrockModels(context).length > 0;
  const bases = awsKnowledge(context).length > 0;
  return [
    {
      services: ['logs', 'monitoring', 'ssm', 'sts'],
      why: 'applications in the VPC write logs and metrics, read the parameters of the platform and get role credentials',
      needed: true,
    },
    { services: ['sagemaker.runtime'], why: 'callers invoke endpoints', needed: endpoints },
    { services: ['sagemaker.api'], why: 'tuning pipelines are started from the VPC', needed: tuning },
    { services: ['bedrock-runtime'], why: 'callers invoke Bedrock models', needed: bedrock },
    {
      services: ['bedrock-agent', 'bedrock-agent-runtime', 's3vectors'],
      why: 'ingestion is started from the VPC, callers retrieve from knowledge bases, and vectors of a former generation are read and deleted',
      needed: bases,
    },
    {
      services: ['ecr.api', 'ecr.dkr', 'kms'],
      why: 'pulls of images and uses of keys from the VPC',
      // ImageConfig in the API model of SageMaker, botocore 1.44.8: only images of a registry in the VPC come through it.
      whyNot: 'SageMaker pulls images from ECR, and services use keys, in networks of their own',
      needed: false,
    },
  ];
}
