import type { Json, JsonObject } from '../../../constraints/json';
import type { ExistingValues } from './existing-values';
import type { PseudoParameters } from './pseudo-parameters';

/** What a template can read of a resource that exists or will exist. */
interface ReferencedResource {
  readonly physicalId: string;
  attribute(name: string): Json | undefined;
}

/** An output of another stack, as `Fn::GetStackOutput` names it. */
export interface StackOutputReference {
  readonly stackName: string;
  readonly outputName: string;
  /** @default - the region of the stack */
  readonly region: string | undefined;
  /** The role that reads the output, which may be in another account. @default - the role of the stack */
  readonly roleArn: string | undefined;
}

/** Everything that an expression of a template can read. */
export interface Scope {
  readonly pseudo: PseudoParameters;
  readonly parameters: ReadonlyMap<string, Json>;
  readonly mappings: JsonObject;
  readonly languageExtensions: boolean;
  readonly condition: (name: string) => boolean;
  readonly resource: (logicalId: string) => ReferencedResource | undefined;
  /** The value of an export of this account and region. */
  readonly importValue: (name: string) => string | undefined;
  /** The value of an output of another stack. @throws ServiceError (ValidationError) when there is none */
  readonly stackOutput: (reference: StackOutputReference) => string;
  /** What exists in the account and region. */
  readonly existing: ExistingValues;
}
