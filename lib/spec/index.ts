export type * from './endpoint';
export type * from './environment';
export * from './issue';
export type * from './knowledge';
export * from './model';
export * from './platform';
export type * from './tuning';
