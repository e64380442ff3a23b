export { armTypeOf, fillTemplate, nameParameter, parentTemplate, pathParameters, sameId } from './arm-id';
export { armPath, armTypes } from './arm-type';
export { forceNewPaths, typesWithForceNewRows } from './force-new';
export { outputRows, systemIdentityRows } from './output-rows';
export { synthesizeOutputs } from './outputs';
export { isKeptAfterDeletion, wayBackAfterDeletion } from './soft-delete';
