import type { EndpointSpec } from './endpoint';
import type { KnowledgeSpec } from './knowledge';
import type { PlatformSpec, RegistrySpec } from './platform';
import type { TuningSpec } from './tuning';

/**
 * A spec that passed every rule, with absent sections present and empty. No default is decided here: the plan decides
 * them and says why. Declaration order of environments is kept, because it decides who creates account singletons.
 */
export interface ResolvedPlatform extends PlatformSpec {
  readonly endpoints: Readonly<Record<string, EndpointSpec>>;
  readonly knowledge: Readonly<Record<string, KnowledgeSpec>>;
  readonly registry: RegistrySpec;
  readonly tuning: Readonly<Record<string, TuningSpec>>;
}

/** Fills absent sections with nothing. */
export function withAllSections(spec: PlatformSpec): ResolvedPlatform {
  return {
    ...spec,
    endpoints: spec.endpoints ?? {},
    knowledge: spec.knowledge ?? {},
    registry: spec.registry ?? { models: [] },
    tuning: spec.tuning ?? {},
  };
}
