/** A repeatable fine-tuning job. It writes candidates to the registry and never touches what runs. */
export interface TuningSpec {
  /** Key into `models` of an open-weights model. */
  readonly base: string;
  readonly method: 'lora' | 'full';
  /** Prefix of the training data in the artifact bucket, ending in `/`. @default - `tuning/<key>/data/` */
  readonly dataPrefix?: string;
  /** Training container: repository of the AWS Deep Learning Containers account and digest. */
  readonly image: { readonly repository: string; readonly digest: string };
  /** SageMaker training instance type. @default - the planner chooses */
  readonly instanceType?: string;
  /** Hard stop. @default - 12 */
  readonly maxRuntimeHours?: number;
  /** @default - the trainer's own */
  readonly hyperparameters?: Readonly<Record<string, string>>;
}
