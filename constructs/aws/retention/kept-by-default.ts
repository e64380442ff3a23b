import type { DataRetention } from './data-retention';

/** What a construct without a plan keeps: as the planner decides it for production. */
export const keptByDefault: { readonly dataRetention: DataRetention; readonly logRetentionDays: number } = {
  dataRetention: 'retain',
  logRetentionDays: 365,
};
