import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { accountId, bucketName, objectPrefix } from '../props/grammars';
import { eachInGrammar, inGrammar, refuseProps } from '../props/prop-problem';
import type { DataRetention } from '../retention/data-retention';
import type { BucketGrants, IPrivateBucket, PrivateBucketAttributes } from './bucket-grants';
import { ImportedBucket } from './bucket-grants';
import type { PrivateBucketProps } from './private-bucket';
import { PrivateBucket } from './private-bucket';

/** Props of an {@link ArtifactStore}. */
export interface ArtifactStoreProps {
  /** @default - a name that CloudFormation makes */
  readonly artifactBucketName?: string;
  /** @default - a key of its own, which is billed per month */
  readonly encryptionKey?: IKey;
  /** @default 'retain' */
  readonly dataRetention?: DataRetention;
  /** As of {@link PrivateBucketProps}. @default - none */
  readonly objectLock?: PrivateBucketProps['objectLock'];
  /** Accounts that deploy the artifacts. @default - none */
  readonly consumerAccounts?: readonly string[];
  /** Prefixes that those accounts may read. @default ['models/'] */
  readonly sharedPrefixes?: readonly string[];
}

/**
 * The bucket of an environment's weights, training data, candidates and releases.
 *
 * Creates a {@link PrivateBucket} that consumer accounts may read under the shared prefixes. Billed per GB and request.
 *
 * @throws CodedError `InvalidProps`
 */
export class ArtifactStore extends Construct implements IPrivateBucket {
  /** A bucket that another app made. The policy of its key must allow what is granted, where the key is of another account. */
  static fromBucketAttributes(scope: Construct, id: string, attributes: PrivateBucketAttributes): IPrivateBucket {
    return new ImportedBucket(scope, id, attributes);
  }

  readonly resource: Bucket;
  readonly bucketName: string;
  readonly bucketArn: string;
  readonly grants: BucketGrants;

  constructor(scope: Construct, id: string, props: ArtifactStoreProps = {}) {
    super(scope, id);
    refuseProps(
      this,
      props.artifactBucketName === undefined
        ? []
        : inGrammar('artifactBucketName', props.artifactBucketName, bucketName),
      eachInGrammar('consumerAccounts', props.consumerAccounts ?? [], accountId),
      eachInGrammar('sharedPrefixes', props.sharedPrefixes ?? [], objectPrefix),
    );
    const bucket = new PrivateBucket(this, 'Bucket', {
      ...(props.artifactBucketName === undefined ? {} : { bucketName: props.artifactBucketName }),
      ...(props.encryptionKey === undefined ? {} : { encryptionKey: props.encryptionKey }),
      ...(props.dataRetention === undefined ? {} : { dataRetention: props.dataRetention }),
      ...(props.objectLock === undefined ? {} : { objectLock: props.objectLock }),
    });
    // Training data is not shared: a promoted environment needs the candidates, not their training data.
    bucket.allowReadFrom(props.consumerAccounts ?? [], props.sharedPrefixes ?? ['models/']);
    this.resource = bucket.resource;
    this.bucketName = bucket.bucketName;
    this.bucketArn = bucket.bucketArn;
    this.grants = bucket.grants;
  }
}
