import type { Catalog } from '../catalog/types';
import type { Settled, SettledAwsPlan, SettledAzurePlan } from '../plan';
import type { Asset } from '../plan';
import type { Cloud, Issue } from '../platform';
import type { Answer } from './answer';
import type { Neighbour } from './neighbours';
import type { Outcome, Passed } from './outcome';
import type { AwsQuestions } from './ports/aws';
import type { AzureQuestions } from './ports/azure';

/** A request as organisation policies see it. */
export interface PolicyRequest {
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, string>>;
}

/** Decides what IAM policy documents say to a request. */
export type PolicyJudge = (
  documents: readonly unknown[],
  request: PolicyRequest,
) => { readonly denies: boolean; readonly allows: boolean };

/** A policy file of the organisation. */
export interface PolicyFile {
  readonly file: string;
  readonly content: unknown;
}

/** What every check may look at. */
export interface PreflightInput {
  readonly environment: string;
  /** Clouds of the environment, whether or not it could be planned. */
  readonly clouds: readonly Cloud[];
  readonly aws?: SettledAwsPlan;
  readonly azure?: SettledAzurePlan;
  /** The other environments that could be planned. Those of the same place share its quotas. */
  readonly neighbours: readonly Neighbour[];
  /** What the plan says about the environment. */
  readonly issues: readonly Issue[];
  readonly catalog: Catalog;
  /** ISO date. */
  readonly today: string;
  /** What must be somewhere before a unit of the deployment runs. */
  readonly assets: readonly Settled<Asset>[];
  readonly policies: readonly PolicyFile[];
  readonly judge: PolicyJudge;
  /**
   * What the templates need beyond the live policies of the execution role; undefined where that cannot be derived.
   *
   * @default - one action of each service of the plan is judged
   */
  readonly missingRights?: (documents: readonly unknown[]) => readonly string[] | undefined;
}

/** A check: what it asks, of whom, and what the answers mean. */
export interface Check<Questions = unknown> {
  readonly id: string;
  readonly cloud: Cloud;
  /** The question, as a sentence. */
  readonly asks: string;
  /** Names of the questions of the port that it asks. Empty for a check that needs no cloud. */
  readonly questions: readonly (keyof Questions & string)[];
}

/** A check that needs no cloud. */
export interface OfflineCheck extends Check {
  readonly run: (input: PreflightInput) => readonly Outcome[];
}

/** A check of an AWS account. */
export interface AwsCheck extends Check<AwsQuestions> {
  readonly cloud: 'aws';
  readonly run: (ask: AwsQuestions, plan: SettledAwsPlan, input: PreflightInput) => Promise<readonly Outcome[]>;
}

/** A check of an Azure subscription. */
export interface AzureCheck extends Check<AzureQuestions> {
  readonly cloud: 'azure';
  readonly run: (ask: AzureQuestions, plan: SettledAzurePlan, input: PreflightInput) => Promise<readonly Outcome[]>;
}

/** What an outcome is about. */
export type Place = Omit<Passed, 'kind' | 'seen'>;

/** The place of a check. */
export function at(check: Pick<Check, 'id' | 'cloud'>, place: string): Place {
  return { check: check.id, cloud: check.cloud, place };
}

/** A pass that says what was seen. */
export function passed(place: Place, seen: string): Outcome {
  return { kind: 'passed', ...place, seen };
}

/**
 * The outcome of one answer: what there is, what its absence means, and unverified without an answer, whatever a check
 * makes of answers.
 *
 * @param gone - what it means that there is no such thing
 */
export function outcomeOf<T>(
  place: Place,
  answer: Answer<T>,
  of: (value: T) => Outcome | readonly Outcome[],
  gone: () => Outcome | readonly Outcome[] = () => passed(place, 'there is none'),
): readonly Outcome[] {
  if (answer.kind === 'not-asked') {
    const { why, got, permissions } = answer;
    return [{ kind: 'unverified', ...place, why, got, permissions }];
  }
  const outcome = answer.kind === 'value' ? of(answer.value) : gone();
  return 'kind' in outcome ? [outcome] : outcome;
}
