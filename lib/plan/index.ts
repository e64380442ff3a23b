export type * from './aws-plan';
export type * from './azure-plan';
export * from './decision';
export type * from './environment-plan';
