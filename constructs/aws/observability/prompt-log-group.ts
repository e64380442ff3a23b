import { Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { DataRetention } from '../retention/data-retention';
import { removalPolicyOf } from '../retention/data-retention';

export interface PromptLogGroupProps {
  readonly logGroupName: string;
  /** Days; one of CloudWatch's retention steps. */
  readonly retentionDays: number;
  readonly encryptionKey: IKey;
  readonly dataRetention: DataRetention;
}

/** What people type into a prompt without thinking. */
const masked = ['Address', 'AwsSecretKey', 'CreditCardNumber', 'EmailAddress', 'Name'];

/**
 * A log group that may receive prompts and answers.
 *
 * Encrypted with the customer key, kept for a stated time, and masked: readers see personal data and credentials only
 * with `logs:Unmask`.
 */
export class PromptLogGroup extends Construct {
  readonly resource: logs.CfnLogGroup;

  constructor(scope: Construct, id: string, props: PromptLogGroupProps) {
    super(scope, id);
    this.resource = new logs.CfnLogGroup(this, 'Resource', {
      logGroupName: props.logGroupName,
      retentionInDays: props.retentionDays,
      kmsKeyId: props.encryptionKey.keyArn,
      dataProtectionPolicy: maskingPolicy(Stack.of(this).partition),
    });
    this.resource.applyRemovalPolicy(removalPolicyOf(props.dataRetention));
  }
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch-logs-data-protection-policies.html */
function maskingPolicy(partition: string): object {
  const DataIdentifier = masked.map((name) => `arn:${partition}:dataprotection::aws:data-identifier/${name}`);
  return {
    Name: 'prompts',
    Version: '2021-06-01',
    // The service takes both statements or none; without a destination findings are only counted.
    Statement: [
      { Sid: 'Count', DataIdentifier, Operation: { Audit: { FindingsDestination: {} } } },
      { Sid: 'Mask', DataIdentifier, Operation: { Deidentify: { MaskConfig: {} } } },
    ],
  };
}
