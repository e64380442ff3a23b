export { checkInputs, didYouMean } from './check-inputs';
export { modules } from './modules';
export { isKnownAzureType, readModuleRows } from './read';
export type { ModuleRows } from './read';
