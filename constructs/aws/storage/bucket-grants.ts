import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledgeGrant } from '../identity/acknowledge-wildcard';

/** A bucket to read and write: of this app, or imported. */
export interface IPrivateBucket {
  readonly bucketName: string;
  readonly bucketArn: string;
  readonly grants: BucketGrants;
}

/** A bucket that another app made, with its key. */
export interface PrivateBucketAttributes {
  readonly bucketName: string;
  /** Key that encrypts its objects by default. */
  readonly encryptionKey: IKey;
}

/** A bucket that is known by its name and key. */
export class ImportedBucket extends Construct implements IPrivateBucket {
  readonly bucketName: string;
  readonly bucketArn: string;
  readonly grants: BucketGrants;

  constructor(scope: Construct, id: string, { bucketName, encryptionKey }: PrivateBucketAttributes) {
    super(scope, id);
    const bucket = Bucket.fromBucketName(this, 'Bucket', bucketName);
    this.bucketName = bucketName;
    this.bucketArn = bucket.bucketArn;
    this.grants = new BucketGrants({ bucket, key: encryptionKey, region: Stack.of(this).region });
  }
}

/** What a bucket grants on: itself and its key. */
export interface GrantingBucket {
  readonly bucket: Pick<IBucket, 'arnForObjects' | 'bucketArn'>;
  readonly key: IKey;
  readonly region: string;
}

/**
 * Permissions that roles can get on an encrypted bucket, each for a prefix. They name the actions of the key one by one; those
 * of the CDK's own bucket have wildcards in them.
 */
export class BucketGrants {
  constructor(private readonly of: GrantingBucket) {}

  /** List and read objects. @param prefix - with a final slash @default - the whole bucket */
  read(grantee: iam.IGrantable, prefix = ''): iam.Grant {
    const { bucket } = this.of;
    const list = new iam.PolicyStatement({
      actions: ['s3:ListBucket'],
      resources: [bucket.bucketArn],
      ...(prefix === '' ? {} : { conditions: { StringLike: { 's3:prefix': [`${prefix}*`] } } }),
    });
    grantee.grantPrincipal.addToPrincipalPolicy(list);
    return this.objects(grantee, prefix, ['s3:GetObject']).combine(this.useKey(grantee, ['kms:Decrypt']));
  }

  /** Create objects and replace them; their former versions stay. @param prefix - with a final slash @default - the whole bucket */
  write(grantee: iam.IGrantable, prefix = ''): iam.Grant {
    // S3 decrypts the parts of an upload before it joins them.
    const key = this.useKey(grantee, ['kms:Decrypt', 'kms:GenerateDataKey']);
    return this.objects(grantee, prefix, ['s3:AbortMultipartUpload', 's3:PutObject']).combine(key);
  }

  private objects(grantee: iam.IGrantable, prefix: string, actions: readonly string[]): iam.Grant {
    const objects = this.of.bucket.arnForObjects(`${prefix}*`);
    acknowledgeGrant(grantee, objects, 'the objects of one bucket or prefix, whose names whoever writes them decides');
    return iam.Grant.addToPrincipal({ grantee, actions: [...actions], resourceArns: [objects] });
  }

  private useKey(grantee: iam.IGrantable, actions: readonly string[]): iam.Grant {
    const { key, region } = this.of;
    return iam.Grant.addToPrincipal({
      grantee,
      actions: [...actions],
      resourceArns: [key.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `s3.${region}.amazonaws.com` } },
    });
  }
}
