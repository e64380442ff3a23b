import type { PropertyValue, ProviderVerdict, ResourceNode } from '../../graph';
import type { ChangeEffect, NoiseReason } from './change';

/** What is known about one place in the properties of a resource type. */
export interface PlaceFacts {
  /** The order of the elements of a list here says nothing. */
  readonly unordered: boolean;
  /** What a change of the value here does. `undefined` stands for a value that is not there. */
  effect(before: PropertyValue | undefined, after: PropertyValue | undefined): ChangeEffect;
  /** Why a change of the value here says nothing. @default - it says something */
  noise?(before: PropertyValue | undefined, after: PropertyValue | undefined): NoiseReason | undefined;
  /** Facts about a member of an object, or about the elements of a list, whose key is a number. */
  child(key: string): PlaceFacts;
}

/** What a preview says, without the resource that it is about. */
export type Verdict = Pick<ProviderVerdict, 'kind' | 'causes' | 'certain'>;

/** What a comparison is decided by. */
export interface ChangeFacts {
  /** Facts about the properties of a type. Asked once for each changed resource. */
  placesOf(type: string): PlaceFacts;
  /**
   * What the provider's own preview says about a resource. It has the last word about kind and causes; the properties stay
   * those of the graphs. @default - there is no preview
   */
  verdictOf?(node: ResourceNode): Verdict | undefined;
}
