import type { AwsStackName, AzureStageName } from '../plan';

/** A cloud of an environment. */
export type UnitCloud = 'aws' | 'azure';

/**
 * What a unit is: the account's preparation for the CDK, the templates, one stack, one stage, or a gate that opens when
 * the assets of the next unit are where they must be.
 */
type UnitKind = 'templates' | 'bootstrap' | 'stack' | 'stage' | 'assets';

/** One step of a deployment that is done or not done as a whole. */
export interface Unit {
  /** `<cloud>/<name>`, for example `aws/integration`; an asset gate is `aws/deployment-assets`. */
  readonly id: string;
  readonly cloud: UnitCloud;
  readonly kind: UnitKind;
  /** Stack or stage; of a gate the unit that it opens. */
  readonly name: AwsStackName | AzureStageName | 'standby' | 'templates' | 'bootstrap';
  /** Name in the cloud: of the CloudFormation stack or the Pulumi stack. @default - the unit has none */
  readonly cloudName?: string;
  /** Region of AWS. @default - that of the environment */
  readonly region?: string;
  /** What a person would type, in order. */
  readonly commands: readonly string[];
  /** What a person would type to delete it. @default - nothing is deleted */
  readonly removal?: string;
  /** Ids of the units that must be done before. */
  readonly needs: readonly string[];
  /** How it is known to be done, in one sentence. */
  readonly doneWhen: string;
}

/** What the cloud says about a unit. */
export type UnitState =
  | { readonly kind: 'absent' }
  /** As planned. */
  | { readonly kind: 'done'; readonly changedAt?: string | undefined }
  /** There, and not as planned. */
  | { readonly kind: 'differs'; readonly why: string; readonly changedAt?: string | undefined }
  /** Another operation works on it now. */
  | { readonly kind: 'busy'; readonly why: string }
  /** Only a person can go on. */
  | { readonly kind: 'stuck'; readonly why: string; readonly fix: string };

/** One event behind a failed step. */
export interface FailureEvent {
  /** Logical id or Pulumi name. */
  readonly resource: string;
  /** @default - the event names none */
  readonly type?: string | undefined;
  /** Path of the property. @default - the reason names none */
  readonly property?: string | undefined;
  /** In the words of the service. */
  readonly reason: string;
  /** Whether it was found before anything was provisioned. @default false */
  readonly early?: boolean;
}

/** How a step ended that ran. */
export type UnitEnd =
  | { readonly ok: true; readonly changed: boolean }
  | {
      readonly ok: false;
      readonly events: readonly FailureEvent[];
      /** Last lines of the program, for a failure without events. */
      readonly tail: string;
    };

/** An asset that a unit needs and that is not there, or is not the one that was planned. */
export interface LackingAsset {
  readonly id: string;
  readonly kind: string;
  /** Where it must be. */
  readonly destination: string;
  /** Why it counts as not there. */
  readonly why: string;
  /** @default - the size is unknown */
  readonly bytes?: number | undefined;
  /** Who or what brings it. */
  readonly broughtBy: string;
  /** The command or the act that repairs it. */
  readonly repair: string;
}

/** What came of asking about the assets of a gate. */
export interface AskedAssets {
  readonly lacking: readonly LackingAsset[];
  /** A sentence for each asset that nobody could be asked about. It never counts as there. */
  readonly unverified: readonly string[];
}
