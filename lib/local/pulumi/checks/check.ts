import type { Problem, Registration, SoftDeleted, StepOperation } from '../model';
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

/** What a check of Azure's behaviour can read. */
export interface CheckContext {
  readonly urn: string;
  readonly type: string;
  readonly op: StepOperation;
  /** Template of the ids of the type. */
  readonly template: string;
  /** @default - a part of the id is not known yet */
  readonly armId?: string | undefined;
  /** Inputs without marks: secrets and references are plain values. */
  readonly inputs: PropertyMap;
  readonly registration: Registration;
  readonly subscription: string;
  /** Resources of this run in the order of registration. */
  readonly earlier: readonly EarlierResource[];
  /** Whether the resource depends on another one, directly or through others. */
  readonly waitsFor: (urn: string) => boolean;
  /** Whether something has this ARM id: in a stack, in this run or declared to exist. */
  readonly exists: (armId: string) => boolean;
  /** URN of the resource with the ARM id. @default - no resource has it */
  readonly ownerOf: (armId: string) => string | undefined;
  /** The deleted resource whose id or globally unique name is still taken. @default - none */
  readonly softDeleted: (armId: string, globalName: string | undefined) => SoftDeleted | undefined;
  /** URN of the resource with a globally unique name. @default - no resource has it */
  readonly holderOf: (globalName: string) => string | undefined;
}

/** A rule of Azure that the schema does not express. */
export type ArmCheck = (context: CheckContext) => readonly Problem[];
