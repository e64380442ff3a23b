import type { CountedBehaviour } from '../behaviour';
import type { RehearsedAnswer } from './questions';
import type { SkippedLine } from './skipped-work';

/** One stack or stage after the first deployment. */
export interface RehearsedStack {
  readonly cloud: 'aws' | 'azure';
  /** `<environment>/<stack>` on AWS, `<environment>-<stage>` on Azure: as the CLIs take it. */
  readonly name: string;
  /** The status in the cloud's terms, for example `CREATE_COMPLETE` or `created`. */
  readonly status: string;
  readonly resources: readonly { readonly address: string; readonly type: string; readonly physicalId: string }[];
}

/** One step of the rehearsal. */
export interface RehearsedStep {
  readonly name: string;
  readonly seconds: number;
  readonly ok: boolean;
  /** What should come of the step, in one sentence. */
  readonly expected: string;
  /** What came of it, in one line that needs no log to understand. */
  readonly seen: string;
}

/** The result of a rehearsal, written to `out/rehearsal.json`. */
export interface RehearsalReport {
  readonly schema: 'llmops-kit/rehearsal/v2';
  readonly platform: string;
  readonly environment: string;
  readonly startedAt: string;
  readonly seconds: number;
  readonly ok: boolean;
  /** In the order they occurred. */
  readonly failures: readonly string[];
  readonly failureCount: number;
  readonly stacks: readonly RehearsedStack[];
  /** The same programs deployed again: nothing may change. */
  readonly secondDeploy: {
    readonly aws: readonly string[];
    readonly azure: readonly string[];
    readonly empty: boolean;
  };
  /** Questions to the knowledge of the environment, and what the stand-in for a model answered. */
  readonly answers: readonly RehearsedAnswer[];
  /** What was kept on purpose, with the reason. */
  readonly kept: readonly string[];
  readonly steps: readonly RehearsedStep[];
  readonly requests: { readonly total: number; readonly refused: number };
  /** The resource types of the stacks of both clouds, with what stands behind each; sorted by cloud and type. */
  readonly behaviour: readonly CountedBehaviour[];
  /** What the local cloud of AWS did not really do, each once. */
  readonly simulated: readonly SkippedLine[];
  /** What it did not check, each once. */
  readonly unverified: readonly SkippedLine[];
  /** What a local rehearsal does not prove. */
  readonly notProven: readonly string[];
}
