import { Names } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** A repeatable fine-tuning job. The slice of a settled plan has this shape; by hand, three fields are enough. */
export interface TuningJob {
  /** @default - a name that follows from the path of the construct */
  readonly pipelineName?: string;
  /** SageMaker instance type, for example `ml.g6e.12xlarge`. */
  readonly instanceType: string;
  /** @default 1 */
  readonly instanceCount?: number;
  /** Holds base weights, checkpoints and the result. @default 500 */
  readonly volumeGiB?: number;
  /** After it a hanging job is stopped. @default 86400 - one day */
  readonly maxRuntimeSeconds?: number;
  /** ECR image of the training container, by digest. */
  readonly imageUri: string;
  /** Passed to the training container. @default - none */
  readonly hyperparameters?: Readonly<Record<string, string>>;
  /** Prefix in the artifact bucket, ending in a slash. @default 'tuning/data/' */
  readonly dataPrefix?: string;
  /** Prefix in the artifact bucket, ending in a slash. @default 'tuning/output/' */
  readonly outputPrefix?: string;
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

/** A job with every default. */
export interface SettledTuningJob extends TuningJob {
  readonly pipelineName: string;
  readonly instanceCount: number;
  readonly volumeGiB: number;
  readonly maxRuntimeSeconds: number;
  readonly hyperparameters: Readonly<Record<string, string>>;
  readonly dataPrefix: string;
  readonly outputPrefix: string;
}

/** Applies the defaults that {@link TuningJob} documents. */
export function settleTuningJob(scope: IConstruct, job: TuningJob): SettledTuningJob {
  return {
    instanceCount: 1,
    volumeGiB: 500,
    maxRuntimeSeconds: 86_400,
    hyperparameters: {},
    dataPrefix: 'tuning/data/',
    outputPrefix: 'tuning/output/',
    ...job,
    pipelineName: job.pipelineName ?? Names.uniqueResourceName(scope, { maxLength: 255, separator: '-' }),
  };
}
