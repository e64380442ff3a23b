import type { Cloud, ResourceGraph, ResourceNode } from '../graph';
import type { MessageCode, Severity } from '../messages';

/** A violation of a rule, with the resource that it was found on. */
export interface Finding extends Violation {
  /** Code of the rule, declared in `lib/messages/rule.ts`. */
  readonly rule: MessageCode;
  readonly severity: Severity;
  readonly environment: string;
  readonly cloud: Cloud;
  /** Stack and logical id, or Pulumi URN. */
  readonly address: string;
  /** CloudFormation or Pulumi type of the resource. */
  readonly type: string;
}

/** What a rule can use in addition to the graph. */
export interface RuleContext {
  /** Physical names in the plan. @default - the graph was not made from a plan */
  readonly plannedNames?: ReadonlySet<string>;
  /**
   * The host image of a container image on an instance type, by tag, instance type and InferenceAmiVersion; undefined
   * where the choice of the service is not known to be too old. @default - not checked
   */
  readonly hostImage?: (tag: string, instanceType: string, stated?: string) => HostImageFact | undefined;
  /** Regions that an inference profile routes a call from a region to; undefined for an unknown profile. @default - not known */
  readonly profileRegions?: (profile: string, region: string) => readonly string[] | undefined;
  /** What the rules of its service refuse about a resource; nothing where that is not known. @default - not checked */
  readonly breaches?: (node: ResourceNode, graph: ResourceGraph) => readonly ConstraintBreach[];
  /**
   * Whether the AWS account never had an agent of Bedrock before they were closed to new customers.
   *
   * @default false
   */
  readonly newAccount?: boolean;
  /** What the schema of a CloudFormation type refuses; nothing for a type that it does not know. @default - not checked */
  readonly schemaViolations?: (type: string, properties: ResourceNode['properties']) => readonly SchemaProblem[];
}

/** What the catalogue says about the host image of a GPU variant. */
export interface HostImageFact {
  /** Host image that starts the container image on the instance type. @default - none is known */
  readonly known?: string;
  /** Why the stated host image does not start it. @default - it does, or nothing is known */
  readonly problem?: string;
}

/** One broken rule of a schema. */
export interface SchemaProblem {
  /** JSON pointer into the properties, such as `#/BucketEncryption`. */
  readonly pointer: string;
  readonly rule: string;
}

/** One broken rule of a service, with where the rule comes from. */
export interface ConstraintBreach {
  /** Of the rule, kebab case. */
  readonly id: string;
  /** JSON pointer into the properties. */
  readonly pointer: string;
  readonly problem: string;
  readonly fix: string;
  /** The service takes it, and it does nothing. @default false */
  readonly taken?: boolean;
  /** Page and day on which it was read. */
  readonly source: { readonly url: string; readonly asOf: string };
}

/** What is wrong with one resource. */
export interface Violation {
  /** Property path within the resource, empty for the resource as a whole. */
  readonly path: string;
  /** Lower case, no final period. */
  readonly message: string;
  /** The smallest change that makes it right. */
  readonly fix: string;
}
