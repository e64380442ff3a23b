import type { StandbyServing } from '../platform';
import type { AmountDecision, Decision } from './decision';
import type { QuotaNeed } from './endpoint/endpoint-plan';

/** Something that is copied to the second place. */
export interface ReplicatedAsset {
  /** For example `weights, training data and candidates`. */
  readonly what: string;
  /** What copies it, and where to. */
  readonly by: string;
  /** Time until a copy is there, as its source says it; `not documented` where none says it. */
  readonly lag: string;
  /** Source of `lag`, with the date it was read. Absent where the lag is not documented. */
  readonly source?: string;
}

/** Something that is not in the second place after a loss. */
export interface UnreplicatedAsset {
  readonly what: string;
  readonly why: string;
  /** What to do about it. */
  readonly how: string;
}

/** An endpoint as it would run in the second place. */
export interface StandbyEndpointPlan {
  readonly instanceType: Decision<string>;
  /** Absent where the catalogue does not name the quota. */
  readonly quota?: Decision<QuotaNeed>;
  /** US dollars a month while it runs there. */
  readonly usdPerMonth: AmountDecision;
}

/** What is planned to serve in the second place. */
export interface StandbyServingPlan {
  readonly serving: Decision<StandbyServing>;
  /** By the keys of the endpoints. Absent with `none`. */
  readonly endpoints?: Readonly<Record<string, StandbyEndpointPlan>>;
}

/** What becomes of the assets of an environment in the second place, and what serves there. */
export interface StandbyPlan extends StandbyServingPlan {
  readonly replicated: Decision<readonly ReplicatedAsset[]>;
  readonly notReplicated: Decision<readonly UnreplicatedAsset[]>;
}
