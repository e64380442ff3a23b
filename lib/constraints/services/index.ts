import type { Constraint } from '../constraint';

/** Rules of every other service, and of names. */
export const serviceConstraints: readonly Constraint[] = [];
