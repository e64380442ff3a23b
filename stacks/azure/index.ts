/** Entry `llmops-kit/azure`: the stages of a platform and their components. */
export * from '../../constructs/azure';
export * from './deployment-stage';
export * from './evaluation-stage';
export * from './experimentation-stage';
export * from './initialization-stage';
export * from './planned-environment';
export * from './platform-program';
export * from './project-file';
export * from '../../lib/recorder/record';
export * from './stack-config';
export * from './stack-file';
export * from './stack-name';
