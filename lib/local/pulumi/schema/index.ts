export { checkInputs, didYouMean } from './check-inputs';
export type { InputProblem } from './check-inputs';
export { MODULES } from './modules';
export { readModuleRows } from './read';
export type { ModuleRows, PropertyTypes } from './read';
