import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledgeWildcard } from '../identity/acknowledge-wildcard';
import type { Grammar } from '../props/prop-problem';
import { inGrammar, refuseProps } from '../props/prop-problem';

/** Props of a {@link BucketReplication}. */
export interface BucketReplicationProps {
  /** A versioned bucket of this app. */
  readonly bucket: s3.Bucket;
  /** Key of that bucket. */
  readonly encryptionKey: IKey;
  /**
   * A versioned bucket of the same account in another region, and the key that encrypts what arrives: its ARN, or the ARN of its alias,
   * which is known before the key exists.
   */
  readonly destination: { readonly region: string; readonly bucketArn: string; readonly keyArn: string };
}

const bucketArn: Grammar = {
  pattern: /^arn:aws[a-z-]*:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
  expected: 'the ARN of a bucket',
  fix: 'write arn:aws:s3::: and the name of the bucket',
};

/**
 * Replicates every new object of a bucket to a bucket in another region.
 *
 * Creates the role that S3 replicates as, and the replication of the bucket. Objects that exist before are not replicated, and
 * deletions are not either. Billed per GB that crosses regions and per request.
 *
 * The role trusts S3 without a condition, as AWS documents it: no source says which context keys S3 sends when it replicates.
 *
 * Source: "Setting up permissions for live replication" and "Replicating encrypted objects" in the user guide of S3, read
 * 2026-11-30.
 *
 * @throws CodedError `InvalidProps`
 */
export class BucketReplication extends Construct {
  readonly role: iam.Role;

  constructor(scope: Construct, id: string, props: BucketReplicationProps) {
    super(scope, id);
    const { bucket, destination } = props;
    refuseProps(this, inGrammar('destination.bucketArn', destination.bucketArn, bucketArn));
    this.role = new iam.Role(this, 'Role', {
      description: 'replicates objects to the second region',
      assumedBy: new iam.ServicePrincipal('s3.amazonaws.com'),
    });
    new iam.Policy(this, 'Policy', { roles: [this.role], statements: [...this.statements(props)] });
    const resource = bucket.node.defaultChild;
    if (!(resource instanceof s3.CfnBucket)) return;
    resource.replicationConfiguration = {
      role: this.role.roleArn,
      rules: [
        {
          id: 'standby',
          priority: 1,
          status: 'Enabled',
          filter: { prefix: '' },
          deleteMarkerReplication: { status: 'Disabled' },
          sourceSelectionCriteria: { sseKmsEncryptedObjects: { status: 'Enabled' } },
          destination: {
            bucket: destination.bucketArn,
            encryptionConfiguration: { replicaKmsKeyId: destination.keyArn },
          },
        },
      ],
    };
  }

  private statements({ bucket, encryptionKey, destination }: BucketReplicationProps): readonly iam.PolicyStatement[] {
    const objects = `${bucket.bucketArn}/*`;
    const copies = `${destination.bucketArn}/*`;
    for (const pattern of [objects, copies]) acknowledgeWildcard(this, pattern, 'every object is replicated');
    return [
      new iam.PolicyStatement({
        sid: 'ReadConfiguration',
        actions: ['s3:GetReplicationConfiguration', 's3:ListBucket'],
        resources: [bucket.bucketArn],
      }),
      new iam.PolicyStatement({
        sid: 'ReadVersions',
        actions: ['s3:GetObjectVersionAcl', 's3:GetObjectVersionForReplication', 's3:GetObjectVersionTagging'],
        resources: [objects],
      }),
      new iam.PolicyStatement({
        sid: 'WriteCopies',
        actions: ['s3:ReplicateObject', 's3:ReplicateTags'],
        resources: [copies],
      }),
      new iam.PolicyStatement({
        sid: 'Decrypt',
        actions: ['kms:Decrypt'],
        resources: [encryptionKey.keyArn],
        conditions: through(Stack.of(this).region),
      }),
      new iam.PolicyStatement({ sid: 'Encrypt', actions: ['kms:Encrypt'], ...this.destinationKey(destination) }),
    ];
  }

  /** A policy cannot name an alias as its resource. Source: "Use aliases to control access to KMS keys", read 2026-12-01. */
  private destinationKey({
    keyArn,
    region,
  }: BucketReplicationProps['destination']): Pick<iam.PolicyStatementProps, 'resources' | 'conditions'> {
    const conditions = through(region);
    const [, place, alias] = /^(.*):(alias\/.+)$/.exec(keyArn) ?? [];
    if (place === undefined || alias === undefined) return { resources: [keyArn], conditions };
    const keys = `${place}:key/*`;
    acknowledgeWildcard(this, keys, 'the condition names the alias of the one key');
    return {
      resources: [keys],
      conditions: { ...conditions, 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': alias } },
    };
  }
}

/** Only by way of S3 in a region. */
function through(region: string): Readonly<Record<string, Readonly<Record<string, string>>>> {
  return { StringEquals: { 'kms:ViaService': `s3.${region}.amazonaws.com` } };
}
