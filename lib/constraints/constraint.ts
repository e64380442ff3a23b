import type { Json, JsonObject } from './json';

/** Where a fact comes from. */
export interface Source {
  readonly url: string;
  /** Day on which it was read, as YYYY-MM-DD. */
  readonly asOf: string;
}

/** A resource as its declaration says it: functions (`Ref`, `Fn::GetAtt` …) may be resolved or not. */
export interface DeclaredResource {
  readonly type: string;
  readonly logicalId: string;
  readonly properties: JsonObject;
}

/** Another resource: declared in the same template, or existing in the account. */
export interface KnownResource {
  readonly type: string;
  readonly logicalId: string;
  readonly properties: JsonObject;
}

/**
 * What a rule may ask about everything but the resource itself. The local cloud answers from what exists, a review from the
 * graph. What is not known is `unknown` and never an offence.
 */
export interface Surroundings {
  /** @default - not known */
  readonly account?: string;
  /** @default - not known */
  readonly region?: string;
  /**
   * Whether every resource of account and region is known, as in the local cloud; elsewhere a resource that is missing from
   * `list` may exist.
   *
   * @default false
   */
  readonly complete?: boolean;
  /** The resource that a value (a function, identifier, name or ARN) names, out of some types. */
  readonly named: (types: readonly string[], value: Json | undefined) => KnownResource | 'absent' | 'unknown';
  /** The resources of a type that are known; there may be others unless the local cloud asks. */
  readonly list: (type: string) => readonly KnownResource[];
  /** Whether a bucket holds an object, or any object under a prefix that ends with a slash; undefined when not known. */
  readonly holdsObject: (bucket: string, key: string) => boolean | undefined;
}

/** One broken rule. */
export interface Breach {
  /** JSON pointer into the properties, such as `#/Variants/0/InstanceType`; into the template for a template constraint. */
  readonly pointer: string;
  /** What is wrong, in the words of the service where they are known; with what was given and what is expected. */
  readonly problem: string;
  /** The smallest change that makes it right. */
  readonly fix: string;
}

/** A rule about resources of some types that no schema expresses. Pure: the same question has the same answer. */
export interface Constraint {
  /** Kebab case, stable: it stands in findings and reports. */
  readonly id: string;
  /** The types that it judges; `*` alone is every type. */
  readonly types: readonly string[];
  readonly source: Source;
  /**
   * The service takes what the rule finds, and it does not do what it says: a review reports it, and the local cloud does
   * not refuse it.
   *
   * @default false
   */
  readonly taken?: boolean;
  check(resource: DeclaredResource, surroundings: Surroundings): readonly Breach[];
}

/** A rule about a template as a whole, before any function is resolved. */
export interface TemplateConstraint {
  /** Kebab case, stable: it stands in findings and reports. */
  readonly id: string;
  readonly source: Source;
  check(template: JsonObject): readonly Breach[];
}
