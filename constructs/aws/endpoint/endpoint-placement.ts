import type { AlarmThresholds } from './alarms';
import type { Rollout } from './rollout';
import type { ScheduledMinimum } from './scaling';

/** Scaling bounds of an endpoint: whole instances, or copies of a model that can scale to zero. */
export type EndpointCapacity =
  | { readonly kind: 'instances'; readonly minInstances: number; readonly maxInstances: number }
  | {
      readonly kind: 'copies';
      readonly minCopies: 0;
      readonly maxCopies: number;
      readonly acceleratorsPerCopy: number;
      readonly minMemoryMiB: number;
    };

/**
 * How one model is served. The slice of a settled plan has this shape and names everything; written by hand, three fields
 * are enough. Sizes, limits and alarms that follow from the model come from `planEndpoint`.
 */
export interface EndpointPlacement {
  /** @default - a name that follows from the path of the construct */
  readonly endpointName?: string;
  /** SageMaker instance type, for example `ml.g6e.12xlarge`. */
  readonly instanceType: string;
  /** @default - one instance */
  readonly capacity?: EndpointCapacity;
  /** Target for requests in flight per instance or copy. @default - required where the capacity can change */
  readonly targetConcurrency?: number;
  /** ECR image of the serving engine, by digest: `repository.repositoryUriForDigest(digest)`, or the text. */
  readonly imageUri: string;
  /** Public image that the first pull of `imageUri` fetches into a cache of this account. @default - it is there before */
  readonly imageCachedFrom?: string;
  /** Container environment: the serving engine's arguments. @default - none */
  readonly environment?: Readonly<Record<string, string>>;
  /**
   * Version of SageMaker's inference AMI, which determines the GPU driver. An image for CUDA 13 needs one.
   *
   * @default - SageMaker's own choice
   */
  readonly inferenceAmiVersion?: string;
  /** Uncompressed weights, `s3://bucket/prefix/`. */
  readonly modelDataUri: string;
  /** Key of the bucket of the weights, where it is not `encryptionKey`. @default - encryptionKey, or no key of a customer */
  readonly modelDataKeyArn?: string;
  /** @default 3600 */
  readonly startupHealthCheckTimeoutSeconds?: number;
  /** @default 3600 */
  readonly modelDataDownloadTimeoutSeconds?: number;
  /**
   * `instance-store-hardware` on instance types with local NVMe, where SageMaker refuses a key and the disk encrypts.
   *
   * @default - by the family of the instance type; without a key for a family that is not known
   */
  readonly volumeEncryption?: 'customer-key' | 'instance-store-hardware';
  /** @default - all at once */
  readonly rollout?: Rollout;
  /**
   * Whether the alarms roll an update back. An alarm that is red before an update rolls it back too, so an update that
   * repairs its cause needs `false`, once. @default true
   */
  readonly rollbackOnAlarms?: boolean;
  /** Changes of the minimum over the day, for capacity in instances. @default - the minimum never changes */
  readonly scheduledActions?: readonly ScheduledMinimum[];
  /** @default - an alarm on errors above one percent, none on latency */
  readonly alarms?: AlarmThresholds;
}
