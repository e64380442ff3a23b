import type {
  Alternative,
  AwsEndpointPlan,
  AzureOnlineEndpointPlan,
  Decision,
  EndpointPerformance,
  EnvironmentPlan,
} from '../../plan';

/** An endpoint of either cloud in the same words. */
export interface EndpointNote {
  readonly key: string;
  readonly cloud: 'aws' | 'azure';
  readonly region: string;
  readonly service: string;
  readonly instanceType: Decision<string>;
  /** Instances or copies that run at least. */
  readonly running: number;
  /** How far it grows and shrinks, for example `up to 4`; absent when the count is fixed. */
  readonly growth?: string;
  readonly performance?: EndpointPerformance;
  readonly usdPerMonth: Decision<number>;
  readonly alternatives: readonly Alternative[];
  /** Decisions whose reasons explain the row, the most important first. */
  readonly arguments: readonly Decision<unknown>[];
}

/** Every endpoint of an environment: AWS first, in the order of their keys. */
export function endpointNotes(plan: EnvironmentPlan): readonly EndpointNote[] {
  const { aws, azure } = plan;
  const onAws = Object.entries(aws?.deployment.endpoints ?? {}).map(([key, endpoint]) =>
    awsNote(key, aws?.region.value ?? '', endpoint),
  );
  const onAzure = Object.entries(azure?.deployment.endpoints ?? {}).map(([key, endpoint]) =>
    azureNote(key, azure?.location.value ?? '', endpoint),
  );
  return [...onAws, ...onAzure];
}

function awsNote(key: string, region: string, endpoint: AwsEndpointPlan): EndpointNote {
  const { capacity } = endpoint;
  const [running, most] =
    capacity.value.kind === 'instances'
      ? [capacity.value.minInstances, capacity.value.maxInstances]
      : [capacity.value.minCopies, capacity.value.maxCopies];
  const copies = capacity.value.kind === 'copies';
  return {
    key,
    cloud: 'aws',
    region,
    ...common(endpoint),
    running: copies ? most : running,
    ...(copies ? { growth: 'none when idle' } : most > running ? { growth: `up to ${most}` } : {}),
    arguments: [endpoint.instanceType, capacity, endpoint.usdPerMonth],
  };
}

function azureNote(key: string, region: string, endpoint: AzureOnlineEndpointPlan): EndpointNote {
  return {
    key,
    cloud: 'azure',
    region,
    ...common(endpoint),
    running: endpoint.instanceCount.value,
    arguments: [endpoint.instanceType, endpoint.instanceCount, endpoint.usdPerMonth],
  };
}

function common({
  placement,
  instanceType,
  usdPerMonth,
  performance,
}: Pick<AwsEndpointPlan | AzureOnlineEndpointPlan, 'placement' | 'instanceType' | 'usdPerMonth' | 'performance'>): Pick<
  EndpointNote,
  'service' | 'instanceType' | 'usdPerMonth' | 'performance' | 'alternatives'
> {
  return {
    service: placement.value,
    instanceType,
    usdPerMonth,
    alternatives: instanceType.rejected,
    ...(performance === undefined ? {} : { performance: performance.value }),
  };
}
