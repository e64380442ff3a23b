export * from './size-endpoint';
export type * from './size-types';
