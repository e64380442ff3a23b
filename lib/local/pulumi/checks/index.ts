export { alreadyExists } from './already-exists';
export type { CheckContext, EarlierResource } from './check';
export { globalName, globalNames } from './global-names';
export { nameRules } from './name-rules';
export { parentExists } from './parent-exists';
export { refusedValues } from './refused-values';
export { serialAccountWrites } from './serial-account-writes';
export { softDeleted } from './soft-deleted';
