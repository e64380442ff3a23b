import type { Catalog } from '../../catalog/types';
import type { EndpointSpec, ModelSpec, OpenWeightsModel, ResolvedPlatform, Tier } from '../../platform';
import type { FailoverRole } from './endpoint-plan';
import type { Market, Places } from './market';
import { marketOf } from './market';

/** One endpoint to plan on one cloud, and what the plan depends on. */
export interface EndpointRequest {
  /** Key of the endpoint: the last part of its name and the path of its issues. */
  readonly key: string;
  /** Name of the platform, with its prefix. */
  readonly platform: string;
  /** Key of the environment. */
  readonly environment: string;
  readonly tier: Tier;
  readonly endpoint: EndpointSpec;
  /** The model `endpoint.model` names. */
  readonly model: OpenWeightsModel;
  readonly catalog: Catalog;
  /** What this cloud does for an endpoint that two clouds share. @default - it serves the whole peak alone */
  readonly role?: FailoverRole;
  /** Regions of the environment on both clouds, to compare them. @default - the region of the target */
  readonly places?: Places;
  /** Models that `endpoint.compareWith` may name. @default - none */
  readonly models?: Readonly<Record<string, ModelSpec>>;
  /** Where the platform's data stays. @default - anywhere */
  readonly residency?: ResolvedPlatform['residency'] | undefined;
}

/** What every decision about one endpoint may look at. */
export interface EndpointContext
  extends Required<Omit<EndpointRequest, 'residency'>>, Pick<EndpointRequest, 'residency'> {
  /** Offers of `catalog`. */
  readonly market: Market;
}

/** Fills in the defaults of a request. @param places - regions where the request names none */
export function endpointContext<R extends EndpointRequest>(request: R, places: Places): R & EndpointContext {
  return {
    ...request,
    role: request.role ?? { kind: 'only' },
    places: request.places ?? places,
    models: request.models ?? {},
    market: marketOf(request.catalog.instances),
  };
}
