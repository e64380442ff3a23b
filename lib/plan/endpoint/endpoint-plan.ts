import type { Dtype } from '../../catalog/types';
import type { Cloud, FailoverSpec } from '../../platform';
import type { AmountDecision, Decision, Figures } from '../decision';
import type { PriceBasis } from '../price-basis';
import type { BreakEven } from './break-even';

/** Instances over an average month, at the planned load. */
export interface InstanceCounts {
  readonly least: number;
  readonly most: number;
  readonly mean: number;
}

/** What `usdPerMonth` includes, and what it does not. */
export interface EndpointCostPlan {
  readonly instances: Decision<InstanceCounts>;
  /** US dollars per million tokens of request and answer, as production serves the planned load. Absent for a standby. */
  readonly usdPerMillionTokens?: AmountDecision;
  /** Comparison with models served per token, by key of `compareWith`. */
  readonly breakEven: Readonly<Record<string, Decision<BreakEven>>>;
  /** Costs that are unknown, each by its name. */
  readonly notIncluded: Decision<readonly string[]>;
}

/** Power, energy and carbon of the GPUs; hosts are not included. Absent where the vendor publishes no rated power. */
export interface EndpointEnergyPlan {
  /** All copies at the planned peak. */
  readonly peakWatts: Decision<number>;
  readonly kwhPerMonth: Decision<number>;
  /** Grams of CO2e per 1,000 output tokens, at the planned peak. Absent where the region's grid is unknown. */
  readonly gramsCo2ePer1kTokens?: Decision<number>;
  readonly kgCo2ePerMonth?: Decision<number>;
}

/** What one cloud does for an endpoint that two clouds share. */
export type FailoverPlan =
  | { readonly role: Decision<'primary'> }
  | {
      readonly role: Decision<'standby'>;
      /** Fraction of the peak served at once. */
      readonly peakShareAtOnce: Decision<number>;
      /** Seconds until the whole peak is served. */
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

/** A quota of the account that must allow what is planned. */
export interface QuotaNeed {
  /** As the provider names it. */
  readonly name: string;
  readonly needed: number;
  /** `kTpm`: thousands of tokens a minute. */
  readonly unit: 'instances' | 'vcpu' | 'kTpm';
}

/** Predicted performance of the chosen size at the planned peak: alternatives are compared with it. */
export interface EndpointPerformance {
  /** Repository of the model. */
  readonly model: string;
  readonly accelerator: string;
  /** GPUs that share one copy. */
  readonly tensorParallel: number;
  /** Number format of the weights. */
  readonly dtype: Dtype;
  /** LoRA adapters in memory besides the weights, with the rank of each. Absent without adapters. */
  readonly adapters?: readonly { readonly name: string; readonly rank: number }[];
  /** Copies that serve the peak; an environment below production runs fewer. */
  readonly copies: number;
  /** US dollars a month of those copies around the clock. */
  readonly usdPerMonth: number;
  readonly price: PriceBasis;
  /** Of all copies together. */
  readonly figures: Figures;
  /** Limits from the spec. @default - no limit */
  readonly objective: { readonly timeToFirstTokenMs?: number; readonly timePerOutputTokenMs?: number };
}

/** What a cloud does for an endpoint when another cloud may serve it too. */
export type FailoverRole =
  | { readonly kind: 'only' }
  | { readonly kind: 'primary'; readonly primary: Decision<Cloud>; readonly standby: FailoverSpec['standby'] }
  | {
      readonly kind: 'standby';
      readonly primary: Decision<Cloud>;
      readonly standby: 'pilot-light' | 'warm' | 'full';
      /** Fraction of the peak that its size is chosen for. */
      readonly sizedFor: number;
    };
