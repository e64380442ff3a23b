export type { LocalAws, StackView } from './local-aws';
export type { StandIn } from './providers/stand-in';
export type { LocalAwsEvent } from './state/cloud';
export { startLocalAws } from './server';
