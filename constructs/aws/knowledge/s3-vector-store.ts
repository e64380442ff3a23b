import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as s3vectors from 'aws-cdk-lib/aws-s3vectors';
import { Construct } from 'constructs';
import { ownKey } from '../encryption/own-key';
import { letServiceUse } from '../encryption/service-use';
import type { Grammar } from '../props/prop-problem';
import { eachInGrammar, inGrammar, numberBetween, refuseProps } from '../props/prop-problem';
import type { DataRetention } from '../retention/data-retention';
import { removalPolicyOf } from '../retention/data-retention';
import { keptByDefault } from '../retention/kept-by-default';
import type { VectorIndex } from './vector-index';
import type { IVectorStore } from './vector-store-grants';
import { ImportedVectorStore, VectorStoreGrants } from './vector-store-grants';

/** Props of an {@link S3VectorStore}. */
export interface S3VectorStoreProps {
  /** @default - a name that CloudFormation makes */
  readonly vectorBucketName?: string;
  /** @default - a name that CloudFormation makes, and makes anew where a final property changes */
  readonly indexName?: string;
  /** Length of a vector; the embedding model has the same. */
  readonly dimension: number;
  /** @default 'cosine' */
  readonly distanceMetric?: 'cosine' | 'euclidean';
  /**
   * Metadata keys that queries cannot filter on. Filterable metadata is limited to 2 KB per vector.
   *
   * @default - those of Bedrock, which hold the text of a chunk
   */
  readonly nonFilterableMetadataKeys?: readonly string[];
  /** @default - a key of its own, which is billed per month */
  readonly encryptionKey?: IKey;
  /** @default 'retain' */
  readonly dataRetention?: DataRetention;
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
const keysOfBedrock = ['AMAZON_BEDROCK_METADATA', 'AMAZON_BEDROCK_TEXT'];
const limits = { dimension: { least: 1, most: 4096 }, keys: { least: 0, most: 10 } };

const defaults = {
  ...keptByDefault,
  distanceMetric: 'cosine',
  nonFilterableMetadataKeys: keysOfBedrock,
} as const;

/**
 * Vectors in S3.
 *
 * Creates a vector bucket with one index, both encrypted with the customer key. Billed per GB stored, GB written and
 * query. The properties of an index are final: another dimension, metric or key list needs an index with another name, so
 * let the name say them.
 *
 * @example
 * const store = new S3VectorStore(this, 'Vectors', { dimension: 1024 });
 * store.grants.read(assistant);
 * @throws CodedError `InvalidProps`
 */
export class S3VectorStore extends Construct implements IVectorStore {
  /** An index that another app made. Without `keyArn` grants are on the index alone. */
  static fromVectorIndex(scope: Construct, id: string, index: VectorIndex): IVectorStore {
    return new ImportedVectorStore(scope, id, index);
  }

  readonly resource: s3vectors.CfnVectorBucket;
  readonly index: s3vectors.CfnIndex;
  readonly indexArn: string;
  readonly dimension: number;
  readonly nonFilterableMetadataKeys: readonly string[];
  readonly keyArn: string;
  readonly vectorBucketArn: string;
  readonly grants: VectorStoreGrants;

  constructor(scope: Construct, id: string, props: S3VectorStoreProps) {
    super(scope, id);
    const { dataRetention, nonFilterableMetadataKeys, distanceMetric } = { ...defaults, ...props };
    refuseProps(
      this,
      props.vectorBucketName === undefined ? [] : inGrammar('vectorBucketName', props.vectorBucketName, bucketName),
      props.indexName === undefined ? [] : inGrammar('indexName', props.indexName, indexName),
      numberBetween('dimension', props.dimension, limits.dimension),
      numberBetween('nonFilterableMetadataKeys.length', nonFilterableMetadataKeys.length, limits.keys),
      eachInGrammar('nonFilterableMetadataKeys', nonFilterableMetadataKeys, metadataKey),
    );
    const encryptionKey = props.encryptionKey ?? ownKey(this, dataRetention);
    letServiceUse(this, encryptionKey, 'vector-indexing');
    const encryptionConfiguration = { sseType: 'aws:kms', kmsKeyArn: encryptionKey.keyArn };
    this.resource = new s3vectors.CfnVectorBucket(this, 'Bucket', {
      ...(props.vectorBucketName === undefined ? {} : { vectorBucketName: props.vectorBucketName }),
      encryptionConfiguration,
    });
    this.index = new s3vectors.CfnIndex(this, 'Index', {
      vectorBucketArn: this.resource.attrVectorBucketArn,
      ...(props.indexName === undefined ? {} : { indexName: props.indexName }),
      dataType: 'float32',
      dimension: props.dimension,
      distanceMetric,
      encryptionConfiguration,
      ...(nonFilterableMetadataKeys.length === 0
        ? {}
        : { metadataConfiguration: { nonFilterableMetadataKeys: [...nonFilterableMetadataKeys] } }),
    });
    for (const resource of [this.resource, this.index]) {
      resource.applyRemovalPolicy(removalPolicyOf(dataRetention));
    }
    this.indexArn = this.index.attrIndexArn;
    this.keyArn = encryptionKey.keyArn;
    this.vectorBucketArn = this.resource.attrVectorBucketArn;
    this.grants = new VectorStoreGrants(this);
    this.dimension = props.dimension;
    this.nonFilterableMetadataKeys = nonFilterableMetadataKeys;
  }
}
