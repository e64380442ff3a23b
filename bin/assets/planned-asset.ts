import type { SettledPlan } from '../../lib/plan';

/** An asset of a plan. */
export type PlannedAsset = SettledPlan['assets'][string];
