import type { Cloud, PropertyValue } from './resource-graph';

/** One property that is live not as its deployment left it. */
export interface LiveProperty {
  /** Dotted path within the resource. */
  readonly path: string;
  /** What the last deployment made. @default - the deployment did not set it */
  readonly released?: PropertyValue;
  /** What is there now. @default - it is gone */
  readonly live?: PropertyValue;
}

/** A resource that somebody changed or deleted beside its deployments. */
export interface LiveChange {
  readonly environment: string;
  readonly cloud: Cloud;
  /** Address of the node. */
  readonly address: string;
  readonly kind: 'modified' | 'deleted';
  /** Empty for a resource that is deleted. */
  readonly properties: readonly LiveProperty[];
}

/** What is live beside what was deployed, as far as it could be read. */
export interface LiveState {
  readonly changes: readonly LiveChange[];
  /** What could not be compared, each in one sentence: no drift is not known of it. */
  readonly unverified: readonly string[];
}
