import type { JsonObject } from '../../../constraints/json';
import type { Identity } from '../schema/identity';
import type { ExistingResource } from '../state/registry';
import type { DeployedResource, Deployment, Made, StackOutput } from './deployed';
import type { ResourceChange } from './diff';
import type { UnresolvedReference } from './dynamic-references';
import type { FoundDrift } from './found-drift';
import type { ParameterInput } from './parameters';
import type { ResourceDeclaration, Template } from './template';

/** A resource that exists and becomes one of a stack. */
export interface ImportTarget {
  readonly logicalId: string;
  readonly type: string;
  /** The properties that identify it, such as `BucketName`. */
  readonly identifier: JsonObject;
}

/** The deployment that a caller requests for a stack. */
export interface DeploymentRequest {
  readonly templateText: string;
  readonly parameters: readonly ParameterInput[];
  readonly tags: readonly (readonly [string, string])[];
  readonly capabilities: readonly string[];
  readonly notificationArns: readonly string[];
  /** What the deployment imports. @default - nothing */
  readonly imports?: readonly ImportTarget[] | undefined;
  /** Whether what exists under a given name, and belongs to no stack, is imported in place of a creation. @default false */
  readonly importExisting?: boolean;
  /** Whether resources are compared with how they are, and put back to their template. @default false */
  readonly revertDrift?: boolean;
}

/** A resource after the deployment. Its identifiers are known before it exists, so a plan has no unknown values. */
export interface PlannedResource {
  readonly declaration: ResourceDeclaration;
  readonly previous: DeployedResource | undefined;
  readonly change: ResourceChange;
  /** What a drift-aware deployment found of it. @default - the deployment is none, or the resource is new */
  readonly drift?: FoundDrift | undefined;
  readonly properties: JsonObject;
  /** The properties as answers show them. @default - as they are: they hold nothing that `NoEcho` hides */
  readonly shown: JsonObject | undefined;
  /** Properties with dynamic references resolved, which are validated and passed to the provider. */
  readonly effective: JsonObject;
  readonly unresolved: readonly UnresolvedReference[];
  readonly identity: Identity;
  /** What the resource is imported from. @default - it is not imported */
  readonly imported?: ExistingResource | undefined;
  readonly generation: number;
  readonly createdAt: string;
}

/** A template evaluated against a stack and its account. */
export interface Plan {
  readonly request: DeploymentRequest;
  /** In creation order. */
  readonly resources: readonly PlannedResource[];
  /** In deletion order. */
  readonly removed: readonly DeployedResource[];
  readonly deployment: Deployment;
  readonly template: Template;
  /** False when the deployment changes nothing. */
  readonly changed: boolean;
  /** Tells the plan what a service decided, so that what is planned again reads it. */
  settle(planned: PlannedResource, made: Made): void;
  /** Plans a resource again, because something that it reads was not known before. */
  again(planned: PlannedResource): PlannedResource;
  /** The outputs as they are now. */
  outputs(): readonly StackOutput[];
}
