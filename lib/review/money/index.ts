export * from './money-deltas';
export type * from './price-book';
