import type { LiveState, ProviderVerdict, ResourceGraph } from '../../lib/graph';
import type { EnvironmentPlan } from '../../lib/plan';
import type { AcceptSpec } from '../../lib/platform';
import type { Pack, Rule } from '../../lib/review';
import type { Finding } from '../../lib/review/finding';
import type { DefaultsOf } from '../../lib/review/money/parameter-defaults';
import type { NamedStack } from '../project/any-file';

/** The rules of an environment. */
export type RulesFor = (environment: string) => readonly Rule[];

/** One side of a comparison as a command reads it. */
export interface Side {
  /** What it is, such as a git reference with its commit. */
  readonly label: string;
  readonly graph: ResourceGraph;
  /** What rules find on this side: both sides are asked the same. */
  readonly findingsBy: (rulesFor: RulesFor) => readonly Finding[];
  /** Pack of an environment by the config. @default - the side is not made from a config */
  readonly packOf?: (environment: string) => Pack | undefined;
  /** @default - the side is not made from a config */
  readonly plans?: readonly EnvironmentPlan[];
  /** What the config accepts. @default - nothing */
  readonly accept?: readonly AcceptSpec[];
  /** What a file says the resources were before it. @default - the file holds one state only */
  readonly former?: ResourceGraph;
  /** What the provider's preview says, by key of the resource. @default - the side is no preview */
  readonly verdicts?: ReadonlyMap<string, ProviderVerdict>;
  /** What is live otherwise than this side says. @default - nothing that is live was read */
  readonly live?: LiveState;
  /** Defaults of the parameters of templates. @default - the side is no template */
  readonly defaultsOf?: DefaultsOf;
  /** Names of stacks in their account. @default - those of the plans */
  readonly stacks?: readonly NamedStack[];
  /** What the account has of a quota, by environment, cloud and name of the quota. @default - not known */
  readonly quotaLimit?: (environment: string, cloud: 'aws' | 'azure', name: string) => number | undefined;
  /** What could not be read, each in one sentence. */
  readonly incomplete: readonly string[];
}
