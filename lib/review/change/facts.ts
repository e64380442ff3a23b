import type { PropertyValue, ResourceNode } from '../../graph';
import type { ChangeEffect, ChangeKind } from './change';

/** What is known about one place in the properties of a resource type. */
export interface PlaceFacts {
  /** The order of the elements of a list here says nothing. */
  readonly unordered: boolean;
  /** What a change of the value here does. `undefined` stands for a value that is not there. */
  effect(before: PropertyValue | undefined, after: PropertyValue | undefined): ChangeEffect;
  /** Facts about a member of an object, or about the elements of a list, whose key is a number. */
  child(key: string): PlaceFacts;
  /** The value that the provider fills in where the template has none. @default - none is known */
  readonly filledIn?: PropertyValue | undefined;
}

/**
 * What a provider says that a deployment does to a resource: a change set, `pulumi preview`, `terraform show -json` or an
 * ARM what-if. It has the last word about kind and causes; the properties stay those of the graphs.
 */
export interface ProviderVerdict {
  readonly kind: ChangeKind | 'none';
  /** Paths of the properties that cause a replacement. */
  readonly causes: readonly string[];
  /** @default true */
  readonly certain?: boolean;
}

/** What a comparison is decided by. */
export interface ChangeFacts {
  /** Facts about the properties of a type. Asked once for each changed resource. */
  placesOf(type: string): PlaceFacts;
  /** @default - nobody was asked */
  verdictOf?(node: ResourceNode): ProviderVerdict | undefined;
}
