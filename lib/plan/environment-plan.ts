import type { GateSpec, GatesWaived, Tier } from '../platform';
import type { Asset } from './assets/asset';
import type { AwsPlan } from './aws/aws-plan';
import type { AzurePlan } from './azure/azure-plan';
import type { Decision, Settled } from './decision';

/**
 * Everything decided about one environment: JSON with sorted keys, every value with its reasons. The same spec and
 * catalogue give the same bytes.
 */
export interface EnvironmentPlan {
  readonly schema: 'llmops-kit/plan/v1';
  readonly platform: string;
  readonly environment: string;
  readonly tier: Tier;
  /** Tags of every resource on both clouds. */
  readonly tags: Decision<Readonly<Record<string, string>>>;
  /** Absent where releases start. */
  readonly promotion?: { readonly from: Decision<string>; readonly gates: Decision<readonly GateSpec[] | GatesWaived> };
  /** What must be where before its units can be deployed, and what brings it, by id. */
  readonly assets: Readonly<Record<string, Asset>>;
  readonly aws?: AwsPlan;
  readonly azure?: AzurePlan;
}

/** A plan without its reasons: what stacks and constructs take. */
export type SettledPlan = Settled<EnvironmentPlan>;
/** The AWS part of a settled plan. */
export type SettledAwsPlan = Settled<AwsPlan>;
/** The Azure part of a settled plan. */
export type SettledAzurePlan = Settled<AzurePlan>;
