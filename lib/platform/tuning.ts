import type { ScheduleSpec } from './schedule';

/** A repeatable fine-tuning job. It writes candidates to the registry and does not change running endpoints. */
export interface TuningSpec {
  /** Key in `models` of the open-weights model that is tuned. */
  readonly base: string;
  /** LoRA adapters, or all weights. */
  readonly method: 'lora' | 'full';
  /** Prefix of the training data in the artifact bucket, with a final slash. @default - `tuning/<key>/data/` */
  readonly dataPrefix?: string;
  /** Training image: repository in the account of the AWS Deep Learning Containers, and digest. */
  readonly image: { readonly repository: string; readonly digest: string };
  /** SageMaker training instance type. @default - the planner chooses */
  readonly instanceType?: string;
  /** Hours after which the job is stopped, at most 672. @default - 12 */
  readonly maxRuntimeHours?: number;
  /** Hyperparameters by name. @default - those of the training image */
  readonly hyperparameters?: Readonly<Record<string, string>>;
  /** When the job is started. It is billed each time. @default - never by itself: somebody starts it */
  readonly schedule?: ScheduleSpec;
}
