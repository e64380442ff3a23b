import type { Constraint } from '../constraint';

/** Rules of identities, policies and keys. */
export const iamConstraints: readonly Constraint[] = [];
