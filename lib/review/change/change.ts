import type { Cloud, PropertyValue, SourcePlace } from '../../graph';

/** What a deployment does to a resource. */
export type ChangeKind = 'create' | 'update' | 'replace' | 'destroy' | 'import' | 'rename';

/** What a changed property does to its resource: `may-replace` where it depends on the value or the service. */
export type ChangeEffect = 'none' | 'update' | 'may-replace' | 'replace';

/** Why a changed property says nothing about the platform: a hash, an order, or what a provider fills in or spells otherwise. */
export type NoiseReason = 'hash' | 'order' | 'filled' | 'spelling';

/** One property that differs between two graphs. */
export interface PropertyChange {
  /** Dotted path within the resource, with list positions as numbers. */
  readonly path: string;
  /** @default - the property is new */
  readonly before?: PropertyValue;
  /** @default - the property is gone */
  readonly after?: PropertyValue;
  readonly effect: ChangeEffect;
  /** @default - it is a change */
  readonly noise?: NoiseReason;
}

/** What a deployment does to one resource, and why. */
export interface ResourceChange {
  readonly kind: ChangeKind;
  readonly environment: string;
  readonly cloud: Cloud;
  readonly stack: string;
  /** Address after the deployment; of a destroyed resource, before it. */
  readonly address: string;
  /** Provider type. */
  readonly type: string;
  /** Address before a rename. @default - the address is the same */
  readonly from?: string;
  /** Properties that differ, noise last. Empty for `create` and `destroy`. */
  readonly properties: readonly PropertyChange[];
  /** Paths of the properties that cause a replacement. Empty for other kinds. */
  readonly causes: readonly string[];
  /** Whether a replacement is certain. @default true */
  readonly certain?: boolean;
  /** Addresses of replaced resources whose new identity changes this one. @default - it changes by itself */
  readonly downstreamOf?: readonly string[];
  /** The deployment deletes data: the resource is stateful, and destroyed or replaced without being retained. */
  readonly losesData: boolean;
  /** Why the change as a whole says nothing: every property of it is noise, or its id holds a hash. @default - it says something */
  readonly noise?: NoiseReason;
  /** @default - not known */
  readonly place?: SourcePlace;
}
