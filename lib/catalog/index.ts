export * from './catalog';
export * from './device-facts';
export * from './stale-rows';
export type * from './types';
