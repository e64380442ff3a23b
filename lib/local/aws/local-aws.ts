import type { JsonObject } from '../../constraints/json';
import type { LanguageModel } from '../model/language-model';
import type { Faults } from './faults/faults';
import type { AskedPermission } from './iam/asked';
import type { StandIn } from './providers/stand-in';
import type { RequestRecord } from './request-log';
import type { LocalAwsEvent, PlantedFault } from './state/cloud';

/** How to start the local cloud. */
export interface LocalAwsOptions {
  /** Port to listen on. @default - a free port */
  readonly port?: number;
  /** A loopback address; anything else is refused. @default 127.0.0.1 */
  readonly host?: string;
  /** Folder of the state, which the next start continues. @default - the state lives in memory until `close` */
  readonly state?: string;
  /** Account of callers whose access key this cloud did not issue. @default - they are refused */
  readonly foreignAccount?: string;
  /**
   * Documents of service control policies, by level from the root of the organization to the account; each level must allow.
   * They count in every account. @default - no organization
   */
  readonly serviceControlPolicies?: readonly (readonly JsonObject[])[];
  /** The clock of timestamps. @default - real time, which the CDK CLI needs: it ignores events from before it started */
  readonly now?: () => Date;
  /** All identifiers are a function of it. @default local */
  readonly seed?: string;
  /** Ends the process at once, for the fault of kind `crash`. @default - that fault does nothing */
  readonly crash?: () => void;
  /** Called for each resource event, each stand-in and each skipped check. @default - not called */
  readonly onEvent?: (event: LocalAwsEvent) => void;
  /**
   * Called for each permission that CloudFormation needs for a step as a role. With it a step also fails for what only its own
   * properties need: every action that the published handlers of the type name for them. @default - only what every
   * configuration of a type needs is asked
   */
  readonly onAsked?: (asked: AskedPermission) => void;
  /**
   * How many times faster than a service the cloud lets go of what services hold after a deletion, such as the network interfaces
   * of agents: a test clock. @default 1
   */
  readonly holdSpeed?: number;
  /**
   * Whether a change set fails for names that exist and for properties that a schema refuses, as CloudFormation's early
   * validation does. @default false - the creation of the resource fails
   */
  readonly earlyValidation?: boolean;
  /** What generates and embeds text. @default - a stand-in without a model, which says so */
  readonly model?: LanguageModel;
  /** Called once when the state cannot be written; from then on every request is refused. @default - not called */
  readonly onUnsaved?: (error: unknown) => void;
  /** Stand-ins for custom resource types, in addition to the built-in ones. @default - other custom resources fail with the reason */
  readonly standIns?: Readonly<Record<string, StandIn>>;
}

/** Which stack is meant. */
export interface StackPlace {
  readonly account: string;
  readonly region: string;
  readonly stack: string;
}

/** A stack as rehearsal reports show it. */
export interface StackView {
  readonly account: string;
  readonly region: string;
  readonly stack: string;
  readonly status: string;
  readonly statusReason: string | undefined;
  readonly outputs: Readonly<Record<string, string>>;
  readonly resources: readonly {
    readonly logicalId: string;
    readonly physicalId: string;
    readonly type: string;
    readonly status: string;
  }[];
}

/** A running local cloud. */
export interface LocalAws {
  /** `http://<host>:<port>` */
  readonly url: string;
  readonly port: number;
  /** Environment variables for a client of an account and region. */
  env(account: string, region: string): Record<string, string>;
  /** Makes steps of resources fail or wait from now on, to rehearse what follows; without an argument none does. */
  plant(fault?: PlantedFault): void;
  /** Faults on demand: requests and steps that fail, wait, or end the process. */
  readonly faults: Faults;
  /** Puts an object into a bucket, as a service does that writes on its own, for example access logs. */
  write(bucket: string, key: string): void;
  /** What stacks retained of some types under names that are refused to other resources. */
  retained(types: readonly string[]): readonly { readonly type: string; readonly physicalId: string }[];
  /** Deletes what stacks retained of a type under a name, as its owner does by hand. @returns the physical ids, sorted */
  deleteRetained(type: string): Promise<readonly string[]>;
  /**
   * The template of a stack as it was deployed last: loops are run, and values of parameters are in their place.
   * @returns undefined for a stack that does not exist or was never deployed
   */
  deployedTemplate(place: StackPlace): JsonObject | undefined;
  /** Tells what another checker finds in the template of a stack, in place of what it found before. */
  warn(
    place: StackPlace,
    found: readonly { readonly logicalId: string; readonly type: string; readonly what: string }[],
  ): void;
  /** The last requests, oldest first: some thousands in memory, and 100,000 with a state folder. */
  requests(): readonly RequestRecord[];
  /** Every stack that is not deleted, oldest first within each account and region. */
  stacks(): readonly StackView[];
  /** Resolves when no operation on a stack and no function runs. */
  idle(): Promise<void>;
  /** Ends every operation on a stack after its step, stops listening, and discards the state or closes its folder. A second call does nothing. */
  close(): Promise<void>;
}
