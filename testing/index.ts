/**
 * Entry `llmops-kit/testing`: what a test of infrastructure asks, for jest and vitest. It loads neither the CDK nor
 * Pulumi; `graphOf` loads Pulumi for a Pulumi program.
 */
export { expectNoFindings, openFindings } from './findings';
export type { AcceptedFinding, FindingOptions } from './findings';
export { graphOf } from './graph-of';
export type * from './graph-of';
export { grants } from './grants';
export type { Grant } from './grants';
export { inventory } from './inventory';
export { matchers } from './matchers';
export type { MatcherContext, MatcherResult } from './matchers';
export { planText } from './plan-text';
export { hasResource, notRetained, resourcesOf } from './resources';
export type { PartialProperties } from './resources';
