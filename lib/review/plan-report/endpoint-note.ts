import type {
  Alternative,
  AwsEndpointPlan,
  AzureOnlineEndpointPlan,
  Decision,
  EndpointPerformance,
  EnvironmentPlan,
} from '../../plan';
import { servedBy } from './served-by';

type EitherPlan = AwsEndpointPlan | AzureOnlineEndpointPlan;

/** An endpoint of either cloud, in the same form. */
export interface EndpointNote extends Pick<
  EitherPlan,
  'instanceType' | 'usdPerMonth' | 'cost' | 'energy' | 'failover'
> {
  readonly key: string;
  readonly cloud: 'aws' | 'azure';
  readonly region: string;
  readonly service: string;
  /** Scaling bound, for example `up to 4`. @default - the number of instances is fixed */
  readonly growth?: string;
  /** What serves on Azure, for example `published image serving/vllm`. @default - on AWS: the image of the plan */
  readonly servedBy?: string;
  readonly schedule: readonly { readonly schedule: string; readonly timeZone: string; readonly minInstances: number }[];
  readonly performance?: EndpointPerformance;
  /** Other sizes on the same service. */
  readonly sizes: readonly Alternative[];
  /** Other services, with their costs over the same week. */
  readonly services: readonly Alternative[];
  /** Decisions whose reasons explain the row, the most important first. */
  readonly arguments: readonly Decision<unknown>[];
}

/** Every endpoint of an environment: AWS first, in the order of their keys. */
export function endpointNotes({ aws, azure }: EnvironmentPlan): readonly EndpointNote[] {
  const onAws = Object.entries(aws?.deployment.endpoints ?? {}).map(([key, endpoint]) =>
    awsNote(key, aws?.region.value ?? '', endpoint),
  );
  const onAzure = Object.entries(azure?.deployment.endpoints ?? {}).map(([key, endpoint]) =>
    azureNote(key, azure?.location.value ?? '', endpoint),
  );
  return [...onAws, ...onAzure];
}

function awsNote(key: string, region: string, endpoint: AwsEndpointPlan): EndpointNote {
  const { capacity, scheduledActions } = endpoint;
  const growth =
    capacity.value.kind === 'copies'
      ? 'scales to zero when idle'
      : capacity.value.maxInstances > endpoint.cost.instances.value.most
        ? `up to ${capacity.value.maxInstances}`
        : undefined;
  return {
    ...common(endpoint),
    key,
    cloud: 'aws',
    region,
    ...(growth === undefined ? {} : { growth }),
    schedule: scheduledActions?.value ?? [],
    arguments: [
      endpoint.instanceType,
      capacity,
      ...(scheduledActions === undefined ? [] : [scheduledActions]),
      ...moneyAndCarbon(endpoint),
    ],
  };
}

function azureNote(key: string, region: string, endpoint: AzureOnlineEndpointPlan): EndpointNote {
  return {
    ...common(endpoint),
    key,
    cloud: 'azure',
    region,
    servedBy: servedBy(endpoint),
    schedule: [],
    arguments: [endpoint.instanceType, endpoint.instanceCount, ...moneyAndCarbon(endpoint)],
  };
}

function common({ placement, instanceType, usdPerMonth, cost, energy, failover, performance }: EitherPlan) {
  return {
    service: placement.value,
    instanceType,
    usdPerMonth,
    cost,
    sizes: instanceType.rejected,
    services: placement.rejected,
    ...(energy === undefined ? {} : { energy }),
    ...(failover === undefined ? {} : { failover }),
    ...(performance === undefined ? {} : { performance: performance.value }),
  };
}

function moneyAndCarbon({ cost, usdPerMonth, energy, failover }: EitherPlan): readonly Decision<unknown>[] {
  const { instances, usdPerMillionTokens, breakEven } = cost;
  return [
    instances,
    usdPerMonth,
    usdPerMillionTokens,
    ...Object.values(breakEven),
    energy?.gramsCo2ePer1kTokens,
    ...(failover === undefined ? [] : failoverDecisions(failover)),
  ].flatMap((decision) => decision ?? []);
}

function failoverDecisions(failover: NonNullable<EitherPlan['failover']>): readonly Decision<unknown>[] {
  return 'peakShareAtOnce' in failover
    ? [failover.role, failover.peakShareAtOnce, failover.secondsUntilFull]
    : [failover.role];
}
