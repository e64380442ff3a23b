/** Entry `llmops-kit/aws`: the stacks of a platform, their constructs, and the checks of an app. */
export * from '../../constructs/aws';
export * from './checks/constraint-checks';
export * from './deployment-stack';
export * from './foundation-stack';
export * from './integration-stack';
export * from './knowledge-stack';
export * from './observability-stack';
export * from './platform-stack';
export * from './platform-stage';
export * from './tuning-stack';
