export type {
  DeploymentState,
  LogLine,
  Problem,
  PulumiEvent,
  PulumiProgram,
  ResourceState,
  Step,
  StepOperation,
  UpdateResult,
} from './model';
export { createLocalPulumi } from './local-pulumi';
export type { LocalPulumi, LocalPulumiOptions } from './local-pulumi';
export { maskText } from './property-value';
