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

/** A limit of the account that must allow what is planned. */
export interface QuotaNeed {
  /** As the provider names it. */
  readonly name: string;
  readonly needed: number;
  readonly unit: 'instances' | 'vcpu';
}

/** What the size chosen for an endpoint achieves at the planned peak: what its alternatives are compared with. */
export interface EndpointPerformance {
  /** Repository of the model. */
  readonly model: string;
  readonly accelerator: string;
  /** GPUs that share one copy. */
  readonly tensorParallel: number;
  /** Number format of the weights. */
  readonly dtype: Dtype;
  /** Copies that carry the peak; an environment below production runs fewer. */
  readonly copies: number;
  /** Dollars a month of those copies around the clock. */
  readonly usdPerMonth: number;
  readonly price: PriceBasis;
  /** Of all those copies together. */
  readonly figures: Figures;
  /** What was asked for. @default - no limit */
  readonly objective: { readonly timeToFirstTokenMs?: number; readonly timePerOutputTokenMs?: number };
}

/** What a cloud does for an endpoint that two of them share. */
export type EndpointRole =
  | { readonly kind: 'only' }
  | { readonly kind: 'primary'; readonly primary: Decision<Cloud>; readonly standby: FailoverSpec['standby'] }
  | {
      readonly kind: 'standby';
      readonly primary: Decision<Cloud>;
      readonly standby: 'pilot-light' | 'warm' | 'full';
      /** Fraction of the peak its machines are chosen for. */
      readonly sizedFor: number;
    };
