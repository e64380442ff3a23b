export * from './check';
export type * from './finding';
export * from './rules';
