import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as s3vectors from 'aws-cdk-lib/aws-s3vectors';
import { Construct } from 'constructs';
import { letServiceUse } from '../encryption/service-use';
import type { Grammar } from '../props/prop-problem';
import { eachInGrammar, inGrammar, numberBetween, refuseProps } from '../props/prop-problem';
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

/** An index of vectors, as a knowledge base needs to know it: of the kit, or any other of the account. */
export interface VectorIndex {
  readonly indexArn: string;
  /** Length of a vector. */
  readonly dimension: number;
  /** Metadata keys that queries cannot filter on. */
  readonly nonFilterableMetadataKeys: readonly string[];
}

/**
 * API reference of S3 Vectors: CreateVectorBucket, CreateIndex and MetadataConfiguration; limitations in the user guide.
 * Read 2026-11-30.
 */
const bucketName: Grammar = {
  pattern: /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/,
  expected: '3 to 63 lower-case letters, digits and hyphens, which begin and end with a letter or digit',
  fix: 'use lower-case letters, digits and single hyphens',
};
const indexName: Grammar = {
  pattern: /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
  expected: '3 to 63 lower-case letters, digits, dots and hyphens, which begin and end with a letter or digit',
  fix: 'write a name such as documents-1024-cosine',
};
const metadataKey: Grammar = {
  pattern: /^.{1,63}$/u,
  expected: '1 to 63 characters',
  fix: 'shorten the key',
};
const limits = { dimension: { least: 1, most: 4096 }, keys: { least: 0, most: 10 } };

/**
 * Vectors in S3.
 *
 * Creates a vector bucket with one index, both encrypted with the customer key. Billed per GB stored, GB written and
 * query. The properties of an index are final: another dimension, metric or key list needs an index with another name, so
 * let the name say them.
 *
 * @throws CodedError `InvalidProps`
 */
export class S3VectorStore extends Construct implements VectorIndex {
  readonly resource: s3vectors.CfnVectorBucket;
  readonly index: s3vectors.CfnIndex;
  readonly indexArn: string;
  readonly dimension: number;
  readonly nonFilterableMetadataKeys: readonly string[];

  constructor(scope: Construct, id: string, props: S3VectorStoreProps) {
    super(scope, id);
    refuseProps(
      this,
      inGrammar('vectorBucketName', props.vectorBucketName, bucketName),
      inGrammar('indexName', props.indexName, indexName),
      numberBetween('dimension', props.dimension, limits.dimension),
      numberBetween('nonFilterableMetadataKeys.length', props.nonFilterableMetadataKeys.length, limits.keys),
      eachInGrammar('nonFilterableMetadataKeys', props.nonFilterableMetadataKeys, metadataKey),
    );
    letServiceUse(this, props.encryptionKey, 'vector-indexing');
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
    this.dimension = props.dimension;
    this.nonFilterableMetadataKeys = props.nonFilterableMetadataKeys;
  }
}
