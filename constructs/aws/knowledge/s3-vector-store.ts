import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as s3vectors from 'aws-cdk-lib/aws-s3vectors';
import { Construct } from 'constructs';
import type { DataRetention } from '../retention/data-retention';
import { removalPolicyOf } from '../retention/data-retention';

/** Props of an {@link S3VectorStore}. */
export interface S3VectorStoreProps {
  readonly vectorBucketName: string;
  readonly indexName: string;
  /** Length of a vector; the embedding model has the same. */
  readonly dimension: number;
  readonly distanceMetric: 'cosine' | 'euclidean';
  /** Metadata keys that queries cannot filter on. Filterable metadata is limited to 2 KB per vector. */
  readonly nonFilterableMetadataKeys: readonly string[];
  readonly encryptionKey: IKey;
  readonly dataRetention: DataRetention;
}

/**
 * Vectors in S3.
 *
 * Creates a vector bucket with one index, both encrypted with the customer key. Billed per GB stored, GB written and
 * query. The properties of an index are final: another dimension, metric or key list needs an index with another name.
 */
export class S3VectorStore extends Construct {
  readonly resource: s3vectors.CfnVectorBucket;
  readonly index: s3vectors.CfnIndex;
  readonly indexArn: string;

  constructor(scope: Construct, id: string, props: S3VectorStoreProps) {
    super(scope, id);
    const encryptionConfiguration = { sseType: 'aws:kms', kmsKeyArn: props.encryptionKey.keyArn };
    this.resource = new s3vectors.CfnVectorBucket(this, 'Bucket', {
      vectorBucketName: props.vectorBucketName,
      encryptionConfiguration,
    });
    this.index = new s3vectors.CfnIndex(this, 'Index', {
      vectorBucketArn: this.resource.attrVectorBucketArn,
      indexName: props.indexName,
      dataType: 'float32',
      dimension: props.dimension,
      distanceMetric: props.distanceMetric,
      encryptionConfiguration,
      ...(props.nonFilterableMetadataKeys.length === 0
        ? {}
        : { metadataConfiguration: { nonFilterableMetadataKeys: [...props.nonFilterableMetadataKeys] } }),
    });
    for (const resource of [this.resource, this.index]) {
      resource.applyRemovalPolicy(removalPolicyOf(props.dataRetention));
    }
    this.indexArn = this.index.attrIndexArn;
  }
}
