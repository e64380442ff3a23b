import type { EndpointSpec, IdlePolicy, TrafficSpec } from './endpoint';

/** What differs of an endpoint in one environment. What is not named is as in `endpoints` of the platform. */
export interface EndpointOverride {
  /** Fields of the traffic that differ. */
  readonly traffic?: Partial<TrafficSpec>;
  readonly whenIdle?: IdlePolicy;
  /** In place of the pins of the endpoint: `replicas` is the capacity. */
  readonly pinned?: NonNullable<EndpointSpec['pinned']>;
}

/** What differs of an Azure OpenAI model in one environment. */
export interface ModelOverride {
  /** Throughput of the deployment in thousands of tokens per minute. */
  readonly capacityKTpm: number;
}

/** An endpoint as one environment has it. */
export function overridden(endpoint: EndpointSpec, { traffic, whenIdle, pinned }: EndpointOverride): EndpointSpec {
  return {
    ...endpoint,
    traffic: { ...endpoint.traffic, ...traffic },
    ...(whenIdle === undefined ? {} : { whenIdle }),
    ...(pinned === undefined ? {} : { pinned }),
  };
}
