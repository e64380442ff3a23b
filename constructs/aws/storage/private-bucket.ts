import { Duration, Stack, Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { ownKey } from '../encryption/own-key';
import { bucketName } from '../props/grammars';
import { inGrammar, numberBetween, refuseProps } from '../props/prop-problem';
import type { DataRetention } from '../retention/data-retention';
import { removalPolicyOf } from '../retention/data-retention';
import { keptByDefault } from '../retention/kept-by-default';
import type { IPrivateBucket, PrivateBucketAttributes } from './bucket-grants';
import { BucketGrants, ImportedBucket } from './bucket-grants';

/** Props of a {@link PrivateBucket}. */
export interface PrivateBucketProps {
  /** @default - a name that CloudFormation makes */
  readonly bucketName?: string;
  /** @default - a key of its own, which is billed per month */
  readonly encryptionKey?: IKey;
  /** @default 'retain' */
  readonly dataRetention?: DataRetention;
  /**
   * Keeps each version for some days, whatever its writer may do: in `compliance` nobody can delete it sooner, in
   * `governance` only a role with `s3:BypassGovernanceRetention`. Choose it when the bucket is created: CloudFormation
   * cannot switch it on later under the same name.
   *
   * @default - none
   */
  readonly objectLock?: { readonly mode: 'governance' | 'compliance'; readonly days: number };
}

/** PutObjectLockConfiguration in the API reference of S3, read 2026-11-30: 100 years. */
const lockDays = { least: 1, most: 36_500 };

/**
 * A bucket for data that must not be lost or leaked.
 *
 * Creates a bucket and its policy. The bucket is versioned and encrypted with the customer key, blocks public access and
 * requires TLS 1.2. Superseded versions are kept for 90 days. Billed per GB and request.
 *
 * @throws CodedError `InvalidProps`
 */
export class PrivateBucket extends Construct implements IPrivateBucket {
  /** A bucket that another app made. The policy of its key must allow what is granted, where the key is of another account. */
  static fromBucketAttributes(scope: Construct, id: string, attributes: PrivateBucketAttributes): IPrivateBucket {
    return new ImportedBucket(scope, id, attributes);
  }

  readonly resource: s3.Bucket;
  readonly bucketName: string;
  readonly bucketArn: string;
  readonly grants: BucketGrants;

  constructor(scope: Construct, id: string, props: PrivateBucketProps = {}) {
    super(scope, id);
    const { bucketName: name, objectLock, dataRetention = keptByDefault.dataRetention } = props;
    refuseProps(
      this,
      name === undefined ? [] : inGrammar('bucketName', name, bucketName),
      objectLock === undefined ? [] : numberBetween('objectLock.days', objectLock.days, lockDays),
    );
    const encryptionKey = props.encryptionKey ?? ownKey(this, dataRetention);
    this.resource = new s3.Bucket(this, 'Resource', {
      ...(name === undefined ? {} : { bucketName: name }),
      versioned: true,
      ...(objectLock === undefined ? {} : { objectLockDefaultRetention: lockOf(objectLock) }),
      encryption: s3.BucketEncryption.KMS,
      encryptionKey,
      bucketKeyEnabled: true,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(7), noncurrentVersionExpiration: Duration.days(90) },
      ],
      // Emptying on delete needs a custom resource that may delete every version. Empty the bucket before you destroy
      // the environment.
      autoDeleteObjects: false,
      removalPolicy: removalPolicyOf(dataRetention),
    });
    this.bucketName = this.resource.bucketName;
    this.bucketArn = this.resource.bucketArn;
    this.grants = new BucketGrants({
      bucket: this.resource,
      key: encryptionKey,
      region: Stack.of(this).region,
    });
    Validations.of(this.resource).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'object access is recorded by data events of the account trail, which name the role; server access logs are best effort, cannot use the customer key, and arrive for hours after a delete, so that an emptied bucket fills again',
    });
  }

  /** Lets other accounts list and read objects under the given prefixes. */
  allowReadFrom(accounts: readonly string[], prefixes: readonly string[]): void {
    if (accounts.length === 0) return;
    const principals = accounts.map((account) => new iam.AccountPrincipal(account));
    const patterns = prefixes.map((prefix) => `${prefix}*`);
    this.resource.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'ReadFromPromotedEnvironments',
        principals,
        actions: ['s3:GetObject', 's3:GetObjectVersion'],
        resources: patterns.map((pattern) => this.resource.arnForObjects(pattern)),
      }),
    );
    this.resource.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'ListFromPromotedEnvironments',
        principals,
        actions: ['s3:ListBucket'],
        resources: [this.resource.bucketArn],
        conditions: { StringLike: { 's3:prefix': patterns } },
      }),
    );
  }
}

function lockOf({ mode, days }: NonNullable<PrivateBucketProps['objectLock']>): s3.ObjectLockRetention {
  const period = Duration.days(days);
  return mode === 'compliance' ? s3.ObjectLockRetention.compliance(period) : s3.ObjectLockRetention.governance(period);
}
