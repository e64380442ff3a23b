import type { Problem, Registration, StepOperation } from '../model';
import type { PropertyMap } from '../property-value';

/** A resource that the run registered before the one that is checked. */
export interface EarlierResource {
  readonly urn: string;
  readonly type: string;
  readonly op: StepOperation;
  /** @default - the id is not known yet */
  readonly armId?: string | undefined;
  readonly registration: Registration;
}

/** What a check of Azure's behaviour may look at. */
export interface CheckContext {
  readonly urn: string;
  readonly type: string;
  readonly op: StepOperation;
  /** Template of the ids of the type. */
  readonly template: string;
  /** @default - a part of the id is not known yet */
  readonly armId?: string | undefined;
  /** Inputs with secrets and references unwrapped. */
  readonly inputs: PropertyMap;
  readonly registration: Registration;
  readonly subscription: string;
  /** Resources of this run in the order of registration. */
  readonly earlier: readonly EarlierResource[];
  /** Whether the resource waits, directly or through others, for the one named. */
  readonly waitsFor: (urn: string) => boolean;
  /** Whether something has this ARM id: in a stack, in this run or declared to exist. */
  readonly exists: (armId: string) => boolean;
  /** URN of the resource that holds the ARM id. @default - nobody does */
  readonly ownerOf: (armId: string) => string | undefined;
  /** URN of the resource that has a name which is global to Azure. @default - nobody has */
  readonly holderOf: (globalName: string) => string | undefined;
}

/** One rule of Azure that neither types nor schema express. */
export type ArmCheck = (context: CheckContext) => readonly Problem[];
