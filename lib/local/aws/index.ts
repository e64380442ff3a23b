export type { LocalAws, LocalAwsOptions, StackView } from './local-aws';
export type { Json, JsonObject } from './json';
export type { StandIn } from './providers/stand-in';
export type { LocalAwsEvent } from './state/cloud';
export type { RequestRecord } from './request-log';
export { startLocalAws } from './server';
