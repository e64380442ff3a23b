import type { AliasSpec } from '../../graph/urn';
import type { MessageCode } from '../../messages';
import type { PropertyMap, PropertyValue } from './property-value';

/** A Pulumi Node program and the stack it is run for. */
export interface PulumiProgram {
  /** Folder of the program's package, from which `@pulumi/pulumi` and `tsx` are resolved. */
  readonly root: string;
  /** Entry file, relative to `root`; a `.ts` file runs through `tsx/cjs`. */
  readonly main: string;
  readonly project: string;
  readonly stack: string;
  /** @default - `local` */
  readonly organization?: string;
  /** Stack configuration. A key without a namespace belongs to the project. */
  readonly config: Readonly<Record<string, string>>;
  /** Keys of `config` whose values are secrets. @default - none */
  readonly secretConfigKeys?: readonly string[];
  /** Further environment of the program. @default - none beyond PATH, HOME, TMPDIR and the locale */
  readonly env?: Readonly<Record<string, string>>;
}

/** What a step does to a resource. */
export type StepOperation = 'create' | 'update' | 'replace' | 'delete' | 'same';

/** An operation on one resource; in a preview, one that an update would do. */
export interface Step {
  readonly op: StepOperation;
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** Paths of the input properties that changed, sorted. */
  readonly diff: readonly string[];
  /** Only of a replacement: the paths that force it; empty when another replacement is the cause. */
  readonly replaceKeys?: readonly string[];
  /** Only of a replacement: whether the old resource is deleted before the new one is created. */
  readonly deleteBeforeReplace?: boolean;
}

/** A reason why a resource or a run is refused. */
export interface Problem {
  readonly code: MessageCode;
  readonly message: string;
  readonly urn?: string;
  /** Path of the property within the resource. */
  readonly path?: string;
  readonly got?: string;
  readonly expected?: string;
  readonly fix?: string;
}

/** Severity of a line, as the Node runtime of Pulumi reports it. */
export type LogSeverity = 'debug' | 'info' | 'warning' | 'error';

/** A line that the program printed or logged. */
export interface LogLine {
  readonly severity: LogSeverity;
  readonly message: string;
  /** @default - the line belongs to the program as a whole */
  readonly urn?: string;
}

/** Something that happened in a run, as it happens. */
export type PulumiEvent =
  | { readonly kind: 'step'; readonly preview: boolean; readonly step: Step }
  | { readonly kind: 'retained'; readonly urn: string }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'log'; readonly line: LogLine };

/** How a run ended. Secrets are masked. */
export interface UpdateResult {
  readonly ok: boolean;
  /** Exit status of the program; 1 when the engine refused something although the program ended with 0. */
  readonly exitCode: number;
  readonly steps: readonly Step[];
  /** URNs that left the state while the resource remains (`retainOnDelete`). */
  readonly retained: readonly string[];
  readonly problems: readonly Problem[];
  readonly log: readonly LogLine[];
  /** Stack outputs, secrets masked. */
  readonly outputs: Readonly<Record<string, unknown>>;
}

/** A resource as the state of a stack keeps it; secrets are digests. */
export interface ResourceState {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly custom: boolean;
  readonly id?: string;
  readonly parent?: string;
  /** Provider that manages the resource: its URN and id, or the default provider of a package. */
  readonly provider?: string;
  readonly inputs: PropertyMap;
  readonly outputs: PropertyMap;
  readonly dependencies: readonly string[];
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  readonly protect: boolean;
  readonly retainOnDelete: boolean;
  readonly deletedWith?: string;
  /** The physical name that the engine chose because the program left it out. */
  readonly autoName?: string;
  /** ISO 8601. */
  readonly created: string;
  /** ISO 8601. */
  readonly modified: string;
}

/** State of one stack. Resources are in the order of creation: each after those it depends on. */
export interface DeploymentState {
  readonly version: 1;
  readonly project: string;
  readonly stack: string;
  readonly resources: readonly ResourceState[];
  readonly outputs: PropertyMap;
  /** ARM ids of resources that were retained when they left the state. */
  readonly retained: readonly string[];
  /** Deleted resources whose names stay taken until they are purged. */
  readonly softDeleted: readonly SoftDeleted[];
}

/** A deleted resource that its service still keeps. */
export interface SoftDeleted {
  readonly id: string;
  /** Key of its globally unique name. @default - the name need not be unique on all of Azure */
  readonly globalName?: string;
  /** Subnets that the service still has a hidden link to, and when it ends, ISO 8601. @default - it has none */
  readonly links?: { readonly subnets: readonly string[]; readonly until: string };
}

/** Makes a creation fail: the reason, in the words of the service where they are known, or undefined. */
export type PlantedFault = (place: {
  readonly stack: string;
  readonly type: string;
  readonly name: string;
}) => string | undefined;

/** A resource that a program registers, as plain data. */
export interface Registration {
  readonly type: string;
  readonly name: string;
  readonly parent?: string;
  readonly custom: boolean;
  /** Whether a component of another language implements the resource. */
  readonly remote: boolean;
  readonly inputs: PropertyMap;
  /** Whether the resource can be neither deleted nor replaced. */
  readonly protect: boolean;
  readonly dependencies: readonly string[];
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  readonly provider?: string;
  /** @default - the provider decides */
  readonly deleteBeforeReplace?: boolean;
  readonly ignoreChanges: readonly string[];
  readonly replaceOnChanges: readonly string[];
  readonly additionalSecretOutputs: readonly string[];
  readonly aliases: readonly AliasSpec[];
  readonly importId?: string;
  readonly retainOnDelete: boolean;
  readonly deletedWith?: string;
  readonly replaceWith: readonly string[];
}

/** A read of an existing resource, or of the outputs of another stack. */
export interface ReadRequest {
  readonly type: string;
  readonly name: string;
  readonly id: string;
  readonly parent?: string;
  readonly inputs: PropertyMap;
}

/** The answer to a registration or a read. */
export interface Registered {
  readonly urn: string;
  /** @default - not known yet, as in a preview */
  readonly id?: string;
  readonly outputs: PropertyMap;
}

/** The answer to a provider function: its result, or why there is none. */
export type InvokeAnswer =
  | { readonly result: Readonly<Record<string, PropertyValue>> }
  | { readonly failures: readonly { readonly property: string; readonly reason: string }[] };
