import type { JsonObject } from '../json';
import type { Registry } from '../state/registry';

/** A resource about to be created or updated, with everything it refers to already in place. */
export interface CheckInput {
  readonly type: string;
  readonly logicalId: string;
  readonly account: string;
  readonly region: string;
  readonly properties: JsonObject;
  readonly registry: Registry;
  /** Whether a bucket holds an object; undefined when there is no such bucket. */
  readonly holdsObject: (bucket: string, key: string) => boolean | undefined;
  /** Says that something could not be checked; the resource is created and the report shows it. */
  readonly unverified: (what: string) => void;
}

/** A rule across resources that no schema holds: the reason the service would give, or undefined. */
export type ResourceCheck = (input: CheckInput) => string | undefined;
