/** One `RegisterResourceRequest` of a Pulumi program, with every field that the engine gets and secrets masked. */
export interface Registration {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly custom: boolean;
  /** URN of the parent, empty for the stack itself. */
  readonly parent: string;
  readonly inputs: { readonly [key: string]: unknown };
  /** URNs, sorted. */
  readonly dependencies: readonly string[];
  /** Property name to the URNs it is computed from. */
  readonly propertyDependencies: { readonly [property: string]: readonly string[] };
  readonly provider: string;
  readonly protect: boolean;
  readonly retainOnDelete: boolean;
  readonly deleteBeforeReplace: boolean;
  readonly ignoreChanges: readonly string[];
  readonly replaceOnChanges: readonly string[];
  readonly additionalSecretOutputs: readonly string[];
  /** Aliases other than those of older API versions of the provider. */
  readonly aliases: readonly string[];
  readonly customTimeouts?: { readonly create?: string; readonly update?: string; readonly delete?: string };
  readonly version: string;
}

/** A whole program run in preview, sorted by URN. */
export interface Recording {
  readonly project: string;
  readonly stack: string;
  readonly registrations: readonly Registration[];
  /** Errors of the program while it ran: duplicate URNs, unknown invokes. */
  readonly problems: readonly string[];
}
