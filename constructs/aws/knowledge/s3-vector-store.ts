import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as s3vectors from 'aws-cdk-lib/aws-s3vectors';
import { Construct } from 'constructs';
import type { DataRetention } from '../retention/data-retention';
import { removalPolicyOf } from '../retention/data-retention';

export interface S3VectorStoreProps {
  readonly vectorBucketName: string;
  readonly indexName: string;
  /** Length of every vector: that of the embedding model. */
  readonly dimension: number;
  readonly distanceMetric: 'cosine' | 'euclidean';
  /** Metadata that is stored but cannot be filtered on; filterable metadata is limited to 2 KB a vector. */
  readonly nonFilterableMetadataKeys: readonly string[];
  readonly encryptionKey: IKey;
  readonly dataRetention: DataRetention;
}

/**
 * Vectors at the price of object storage.
 *
 * Creates a vector bucket and one index in it, both encrypted with the customer key. Every property of an index is final:
 * another dimension, metric or key list is another index, and needs another name.
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
