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

export type StepOperation = 'create' | 'update' | 'replace' | 'delete' | 'same';

/** What the engine did, or in a preview would do, to one resource. */
export interface Step {
  readonly op: StepOperation;
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** Paths of the input properties that changed, sorted. */
  readonly diff: readonly string[];
  /** Of a replacement: the paths that force it; empty when it follows from the replacement of another resource. */
  readonly replaceKeys?: readonly string[];
  /** Of a replacement: whether the old resource goes before the new one comes. */
  readonly deleteBeforeReplace?: boolean;
}

/** Why a resource or a run was refused. */
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

export type LogSeverity = 'debug' | 'info' | 'warning' | 'error';

export interface LogLine {
  readonly severity: LogSeverity;
  readonly message: string;
  /** @default - the line belongs to the program as a whole */
  readonly urn?: string;
}

export type PulumiEvent =
  | { readonly kind: 'step'; readonly preview: boolean; readonly step: Step }
  | { readonly kind: 'retained'; readonly urn: string }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'log'; readonly line: LogLine };

export interface UpdateResult {
  readonly ok: boolean;
  /** Exit status of the program; 1 when the engine refused something although the program ended well. */
  readonly exitCode: number;
  readonly steps: readonly Step[];
  /** URNs that left the state while their resource stays (`retainOnDelete`). */
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
  readonly created: string;
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
}

/** A resource that a program registers, as plain data. */
export interface Registration {
  readonly type: string;
  readonly name: string;
  readonly parent?: string;
  readonly custom: boolean;
  readonly remote: boolean;
  readonly inputs: PropertyMap;
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

export interface ReadRequest {
  readonly type: string;
  readonly name: string;
  readonly id: string;
  readonly parent?: string;
  readonly inputs: PropertyMap;
}

/** What the engine answers to a registration. */
export interface Registered {
  readonly urn: string;
  /** @default - not known yet, as in a preview */
  readonly id?: string;
  readonly outputs: PropertyMap;
}

export type InvokeAnswer =
  | { readonly result: Readonly<Record<string, PropertyValue>> }
  | { readonly failures: readonly { readonly property: string; readonly reason: string }[] };
