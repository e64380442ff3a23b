import type { JsonObject } from '../../../constraints/json';
import type { Identity } from '../schema/identity';
import type { ExistingResource } from '../state/registry';
import type { StackParameter } from './parameters';
import type { ResourceDeclaration } from './template';

/** What a service decided when it made a resource. It wins over what a plan derives. */
export interface Made {
  /** What `Ref` returns. @default - as planned */
  readonly physicalId?: string | undefined;
  /** What `Fn::GetAtt` returns, by attribute. @default - as planned */
  readonly attributes?: JsonObject | undefined;
  /** Whether answers hide its attributes. @default false */
  readonly noEcho?: boolean | undefined;
  /** Properties that identify a resource that was imported, which its template need not give. @default - none */
  readonly identifier?: JsonObject | undefined;
  /** Where a resource that was moved was made: its identifiers stay. @default - in its stack, under its logical id */
  readonly origin?: { readonly stackId: string; readonly stackName: string; readonly logicalId: string } | undefined;
}

/** A resource after its last successful step. Plain data. */
export interface DeployedResource {
  readonly declaration: ResourceDeclaration;
  /** Properties after intrinsics. Dynamic references are not resolved, so that a rotated value is no template change. */
  readonly properties: JsonObject;
  /** The properties as answers show them. @default - as they are: they hold nothing that `NoEcho` hides */
  readonly shown?: JsonObject | undefined;
  readonly identity: Omit<Identity, 'attribute'>;
  /** @default - everything is as planned */
  readonly made?: Made | undefined;
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

/** The result of one deployment. It is replaced as a whole, so that a rollback can restore the earlier one. */
export interface Deployment {
  readonly templateText: string;
  readonly description: string | undefined;
  readonly parameters: readonly StackParameter[];
  readonly outputs: readonly StackOutput[];
  readonly tags: readonly (readonly [string, string])[];
  readonly capabilities: readonly string[];
  readonly notificationArns: readonly string[];
  /** Names of the exports of other stacks that the stack reads. */
  readonly imports: readonly string[];
  /** In creation order: the dependencies of each logical id. */
  readonly graph: ReadonlyMap<string, ReadonlySet<string>>;
}
