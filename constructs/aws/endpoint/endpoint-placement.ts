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

/** How one model is served. The slice of a settled plan has this shape. */
export interface EndpointPlacement {
  readonly endpointName: string;
  /** SageMaker instance type, for example `ml.g6e.12xlarge`. */
  readonly instanceType: string;
  readonly capacity: EndpointCapacity;
  /** Target for requests in flight per instance or copy. */
  readonly targetConcurrency: number;
  /** ECR image of the serving engine, by digest. */
  readonly imageUri: string;
  /** Container environment: the serving engine's arguments. */
  readonly environment: Readonly<Record<string, string>>;
  /** Version of SageMaker's inference AMI, which determines the GPU driver. */
  readonly inferenceAmiVersion: string;
  /** Uncompressed weights, `s3://bucket/prefix/`. */
  readonly modelDataUri: string;
  /** Key of the bucket of the weights, where it is not `encryptionKey`. @default - encryptionKey, or no key of a customer */
  readonly modelDataKeyArn?: string;
  readonly startupHealthCheckTimeoutSeconds: number;
  readonly modelDataDownloadTimeoutSeconds: number;
  /** `instance-store-hardware` on instance types with local NVMe, where SageMaker refuses a key and the disk encrypts. */
  readonly volumeEncryption: 'customer-key' | 'instance-store-hardware';
  readonly rollout: Rollout;
  /**
   * Whether the alarms roll an update back. An alarm that is red before an update rolls it back too, so an update that
   * repairs its cause needs `false`, once. @default true
   */
  readonly rollbackOnAlarms?: boolean;
  /** Changes of the minimum over the day, for capacity in instances. @default - the minimum never changes */
  readonly scheduledActions?: readonly ScheduledMinimum[];
  readonly alarms: {
    /** Milliseconds, 99th percentile of model latency. */
    readonly latencyP99Ms: number;
    /** Share of requests answered 5xx, in percent. */
    readonly errorPercent: number;
  };
}
