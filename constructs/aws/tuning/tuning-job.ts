/** A repeatable fine-tuning job. The slice of a settled plan has this shape. */
export interface TuningJob {
  readonly pipelineName: string;
  /** SageMaker instance type, for example `ml.g6e.12xlarge`. */
  readonly instanceType: string;
  readonly instanceCount: number;
  readonly volumeGiB: number;
  readonly maxRuntimeSeconds: number;
  /** ECR image of the training container, by digest. */
  readonly imageUri: string;
  /** Passed to the training container. */
  readonly hyperparameters: Readonly<Record<string, string>>;
  /** Prefix in the artifact bucket, ending in a slash. */
  readonly dataPrefix: string;
  /** Prefix in the artifact bucket, ending in a slash. */
  readonly outputPrefix: string;
  /** Weights to tune, `s3://bucket/prefix/`. */
  readonly baseModelUri: string;
  /** Key of the bucket of these weights, where it is not `encryptionKey`. @default - encryptionKey, or no key of a customer */
  readonly baseModelKeyArn?: string;
  /**
   * Whether the training volume has the customer key. SageMaker refuses a key on instance types with local NVMe.
   *
   * @default 'instance-store-hardware' - no key, which every instance type accepts
   */
  readonly volumeEncryption?: 'customer-key' | 'instance-store-hardware';
}
