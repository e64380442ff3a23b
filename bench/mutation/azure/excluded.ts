import type { Exclusion } from '../excluded';

/** Mutants of Azure and Kubernetes that are no flaw, read against the documentation of the service, 2026-12-01. */
export const azureExclusions: readonly Exclusion[] = [];
