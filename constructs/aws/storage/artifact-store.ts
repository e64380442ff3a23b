import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { DataRetention } from '../retention/data-retention';
import { PrivateBucket } from './private-bucket';

export interface ArtifactStoreProps {
  readonly artifactBucketName: string;
  readonly encryptionKey: IKey;
  readonly dataRetention: DataRetention;
  /** Accounts that deploy what is stored here. @default - none */
  readonly consumerAccounts?: readonly string[];
  /** Prefixes those accounts may read. @default - `models/` */
  readonly sharedPrefixes?: readonly string[];
}

/** Weights, training data, candidates and releases of an environment. */
export class ArtifactStore extends Construct {
  readonly resource: Bucket;

  constructor(scope: Construct, id: string, props: ArtifactStoreProps) {
    super(scope, id);
    const bucket = new PrivateBucket(this, 'Bucket', {
      bucketName: props.artifactBucketName,
      encryptionKey: props.encryptionKey,
      dataRetention: props.dataRetention,
    });
    // Training data stays at home: a promoted environment needs the candidates, not what they were made from.
    bucket.allowReadFrom(props.consumerAccounts ?? [], props.sharedPrefixes ?? ['models/']);
    this.resource = bucket.resource;
  }
}
