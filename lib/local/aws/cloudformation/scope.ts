import type { Json, JsonObject } from '../../../constraints/json';

/** The values of pseudo parameters. */
export interface PseudoParameters {
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  readonly urlSuffix: string;
  readonly stackId: string;
  readonly stackName: string;
  readonly notificationArns: readonly string[];
}

/** What a template can read of a resource that exists or will exist. */
interface ReferencedResource {
  readonly physicalId: string;
  attribute(name: string): Json | undefined;
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
}
