export { deployedResources, existingResources } from './existing-resources';
export type { PulumiEvent, PulumiProgram, UpdateResult } from './model';
export { createLocalPulumi } from './local-pulumi';
export type { LocalPulumi } from './local-pulumi';
export { isKnownAzureType } from './schema';
