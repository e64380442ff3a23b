import type { AmountDecision, Decision } from '../decision';
import type { BreakEven } from './break-even';

/** Instances over an average month, at the planned load. */
export interface InstanceCounts {
  readonly least: number;
  readonly most: number;
  readonly mean: number;
}

/** What `usdPerMonth` rests on, and what is not in it. */
export interface EndpointCostPlan {
  readonly instances: Decision<InstanceCounts>;
  /** Dollars per million tokens of request and answer, as production carries the planned load. Absent for a standby. */
  readonly usdPerMillionTokens?: AmountDecision;
  /** The same against models served per token, by key of `compareWith`. */
  readonly breakEven: Readonly<Record<string, Decision<BreakEven>>>;
  /** Costs that are not known, each by its name. */
  readonly notIncluded: Decision<readonly string[]>;
}

/** What the GPUs draw and emit; hosts are not in it. Absent where the vendor publishes no rated power. */
export interface EndpointEnergyPlan {
  /** All copies at the planned peak. */
  readonly peakWatts: Decision<number>;
  readonly kwhPerMonth: Decision<number>;
  /** Output tokens, at the planned peak. Absent where the region's grid is not known. */
  readonly gramsCo2ePer1kTokens?: Decision<number>;
  readonly kgCo2ePerMonth?: Decision<number>;
}

/** One cloud's part of an endpoint that another stands by for. */
export type FailoverPlan =
  | { readonly role: Decision<'primary'> }
  | {
      readonly role: Decision<'standby'>;
      /** Fraction of the peak carried at once. */
      readonly peakShareAtOnce: Decision<number>;
      /** Seconds until the whole peak is carried. */
      readonly secondsUntilFull: Decision<number>;
    };

/** A change of the minimum at an hour of the day. */
export interface ScheduledMinimum {
  readonly name: string;
  /** `cron(…)` of Application Auto Scaling. */
  readonly schedule: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly minInstances: number;
}
