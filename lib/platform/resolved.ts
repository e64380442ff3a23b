import type { EndpointSpec } from './endpoint';
import type { KnowledgeSpec } from './knowledge';
import type { PlatformSpec, RegistrySpec } from './platform';
import type { TuningSpec } from './tuning';

/**
 * A spec that passed every rule, with absent sections present and empty. The plan decides the defaults, with reasons. The
 * order of environments is kept: the first environment of an account creates the resources that the account has once.
 */
export interface ResolvedPlatform extends PlatformSpec {
  readonly endpoints: Readonly<Record<string, EndpointSpec>>;
  readonly knowledge: Readonly<Record<string, KnowledgeSpec>>;
  readonly registry: RegistrySpec;
  readonly tuning: Readonly<Record<string, TuningSpec>>;
}

/** Adds absent sections as empty ones. */
export function withAllSections(spec: PlatformSpec): ResolvedPlatform {
  return {
    ...spec,
    endpoints: spec.endpoints ?? {},
    knowledge: spec.knowledge ?? {},
    registry: spec.registry ?? { models: [] },
    tuning: spec.tuning ?? {},
  };
}
