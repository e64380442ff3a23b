export * from './check';
export { controlsOf } from './controls';
export type { Controls } from './controls';
export type * from './finding';
export { packs } from './rule';
export type * from './rule';
export * from './rules';
