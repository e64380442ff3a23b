export * from './catalog';
export * from './stale-rows';
export type * from './types';
