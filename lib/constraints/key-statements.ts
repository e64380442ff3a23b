/** What a service does with a key itself, not as a role: CloudWatch logs and alarms, and the indexing of S3 Vectors. */
export type KeyUse = 'logs' | 'alarms' | 'vector-indexing';

/** Where a key is used. */
export interface KeyPlace {
  /** `aws`, or that of another part of AWS. */
  readonly partition: string;
  readonly region: string;
  readonly account: string;
}

/** Who may do what with a key, and when. */
export interface KeyStatement {
  readonly sid: string;
  /** Name of the service. */
  readonly service: string;
  readonly actions: readonly string[];
  readonly conditions: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** The statement of a key policy that lets a service use the key for resources of one account. */
export function keyUseStatement(use: KeyUse, { partition, region, account }: KeyPlace): KeyStatement {
  switch (use) {
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
    case 'logs':
      return {
        sid: 'Logs',
        service: `logs.${region}.amazonaws.com`,
        actions: [
          'kms:Decrypt',
          'kms:DescribeKey',
          'kms:Encrypt',
          'kms:GenerateDataKey',
          'kms:ReEncryptFrom',
          'kms:ReEncryptTo',
        ],
        conditions: {
          ArnLike: {
            'kms:EncryptionContext:aws:logs:arn': `arn:${partition}:logs:${region}:${account}:log-group:*`,
          },
        },
      };
    // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
    case 'alarms':
      return {
        sid: 'Alarms',
        service: 'cloudwatch.amazonaws.com',
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      };
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-vectors-data-encryption.html
    case 'vector-indexing':
      return {
        sid: 'VectorIndexing',
        service: 'indexing.s3vectors.amazonaws.com',
        actions: ['kms:Decrypt'],
        conditions: {
          StringEquals: { 'aws:SourceAccount': account },
          ArnLike: { 'aws:SourceArn': `arn:${partition}:s3vectors:${region}:${account}:bucket/*` },
          'ForAnyValue:StringEquals': {
            'kms:EncryptionContextKeys': ['aws:s3vectors:arn', 'aws:s3vectors:resource-id'],
          },
        },
      };
  }
}
