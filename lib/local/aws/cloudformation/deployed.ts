import type { JsonObject } from '../json';
import type { Identity } from '../schema/identity';
import type { ExistingResource } from '../state/registry';
import type { StackParameter } from './parameters';
import type { ResourceDeclaration } from './template';

/** A resource as the last successful step left it. */
export interface DeployedResource {
  readonly declaration: ResourceDeclaration;
  /** Properties after intrinsics; dynamic references still stand, so that a rotated value is no template change. */
  readonly properties: JsonObject;
  readonly identity: Identity;
  readonly generation: number;
  readonly createdAt: string;
  readonly existing: ExistingResource;
}

/** An output with its value. */
export interface StackOutput {
  readonly key: string;
  readonly value: string;
  readonly description: string | undefined;
  readonly exportName: string | undefined;
}

/** What one deployment left behind; replaced as a whole, so that a rollback can put the earlier one back. */
export interface Deployment {
  readonly templateText: string;
  readonly description: string | undefined;
  readonly parameters: readonly StackParameter[];
  readonly outputs: readonly StackOutput[];
  readonly tags: readonly (readonly [string, string])[];
  readonly capabilities: readonly string[];
  readonly notificationArns: readonly string[];
  /** Exports of other stacks this one reads. */
  readonly imports: readonly string[];
  /** Creation order and, for each logical id, what it waits for. */
  readonly graph: ReadonlyMap<string, ReadonlySet<string>>;
}
