export type { RehearsalProgress } from './progress';
export * from './rehearse';
export type * from './report';
