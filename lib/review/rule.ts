import type { ResourceNode } from '../graph';
import type { MessageCode } from '../messages';
import type { RulePack } from '../platform';
import type { RuleContext, Violation } from './finding';
import type { GraphIndex } from './graph-index';

/** What a rule is about: a folder of `lib/review/rules`. */
export type RuleFamily =
  | 'application'
  | 'azure'
  | 'bedrock'
  | 'ci'
  | 'data'
  | 'deployment'
  | 'eks'
  | 'iam'
  | 'kubernetes'
  | 'network'
  | 'sagemaker'
  | 'vector';

/** Packs in order: a pack has the rules of those before it, so a stricter pack never loses a rule. */
export const packs = ['baseline', 'production', 'regulated'] as const satisfies readonly RulePack[];

/**
 * A set of rules. `baseline`: public, open to everybody, or broken. `production`: what an environment with users needs in
 * addition, such as redundancy, customer keys and logs. `regulated`: what an auditor asks for.
 */
export type Pack = RulePack;

/** What a rule protects; `controls.ts` has the controls of the catalogues for each. */
export type Safeguard =
  | 'authentication'
  | 'availability'
  | 'boundary'
  | 'change-control'
  | 'consumption'
  | 'correctness'
  | 'encryption-at-rest'
  | 'encryption-in-transit'
  | 'integrity'
  | 'least-privilege'
  | 'logging'
  | 'model-safety'
  | 'personal-data'
  | 'recovery'
  | 'retention'
  | 'secrets'
  | 'supply-chain'
  | 'vulnerability';

/** Where a rule comes from. */
export interface RuleSource {
  readonly url: string;
  /** Day on which it was read, as YYYY-MM-DD. */
  readonly asOf: string;
}

/** What is known about a rule, without its check. Severity, title, meaning and fix are in the registry, by its code. */
export interface RuleFacts {
  readonly code: MessageCode;
  readonly family: RuleFamily;
  /** The smallest pack that has the rule. */
  readonly pack: Pack;
  readonly safeguard: Safeguard;
  /** Controls of AWS Security Hub that ask for the same, for example `SageMaker.5`. @default - none */
  readonly securityHub?: readonly string[];
  /** What happens to those who break the rule: one sentence. */
  readonly rationale: string;
  readonly source: RuleSource;
}

/** One check over the graph of both clouds. */
export interface Rule extends RuleFacts {
  /** The resource types that the rule judges. @default - every type */
  readonly types?: readonly string[];
  /** Why the rule cannot run, for example because there is no plan. @default - the rule always runs */
  skipReason?(context: RuleContext): string | undefined;
  /** Violations of one resource. Pure: the same graph has the same violations. A value that is not known is none. */
  check(node: ResourceNode, context: RuleContext, graph: GraphIndex): readonly Violation[];
}
