import type { JsonObject } from '../../../constraints/json';
import type { Registry } from '../state/registry';

/** A resource before its creation or update. Everything that it refers to already exists. */
export interface CheckInput {
  readonly type: string;
  readonly logicalId: string;
  readonly account: string;
  readonly region: string;
  readonly properties: JsonObject;
  readonly registry: Registry;
  /** Whether a bucket holds an object; undefined when there is no such bucket. */
  readonly holdsObject: (bucket: string, key: string) => boolean | undefined;
  /** Reports that something could not be checked; the resource is created, and the report lists it. */
  readonly unverified: (what: string) => void;
}

/** A rule that no schema expresses: the reason in the words of the service, or undefined. */
export type ResourceCheck = (input: CheckInput) => string | undefined;
