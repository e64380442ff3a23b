/*
 * Entry `llmops-kit`: describe a platform, resolve it, plan it, and read and check what was declared. It loads neither
 * the CDK nor Pulumi.
 */
export { catalog, staleRows } from './catalog';
export type * from './catalog/types';
export type { StaleRow } from './catalog';
export { readAssembly, readRecording } from './graph';
export type { Recording, Registration, ResourceGraph, ResourceNode, SynthesizedStack } from './graph';
export { CodedError, messageOf } from './messages';
export type { ErrorDetails, Fault, Message, MessageCode, Severity } from './messages';
export { isDecision, physicalName, plan, planAll, planEndpoint, settle, walkDecisions } from './plan';
export type * from './plan';
export { check, rules } from './review';
export type * from './review';
export { azureOpenAi, bedrock, definePlatform, isError, openWeights, resolve } from './platform';
export type * from './platform';
