import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { removalPolicyOf } from './data-retention';
import type { DataRetention } from './data-retention';

export interface PromptLogGroupProps {
  readonly logGroupName: string;
  /** Days; one of CloudWatch's retention steps. */
  readonly retentionDays: number;
  readonly encryptionKey: IKey;
  readonly dataRetention: DataRetention;
}

/**
 * A log group that may receive prompts and answers.
 *
 * Encrypted with the customer key, kept for a stated time, and masked: readers see personal data and credentials only
 * with `logs:Unmask`.
 */
export class PromptLogGroup extends Construct {
  readonly resource: logs.LogGroup;

  constructor(scope: Construct, id: string, props: PromptLogGroupProps) {
    super(scope, id);
    this.resource = new logs.LogGroup(this, 'Resource', {
      logGroupName: props.logGroupName,
      retention: props.retentionDays,
      encryptionKey: props.encryptionKey,
      removalPolicy: removalPolicyOf(props.dataRetention),
      dataProtectionPolicy: new logs.DataProtectionPolicy({
        identifiers: [
          logs.DataIdentifier.ADDRESS,
          logs.DataIdentifier.AWSSECRETKEY,
          logs.DataIdentifier.CREDITCARDNUMBER,
          logs.DataIdentifier.EMAILADDRESS,
          logs.DataIdentifier.NAME,
        ],
      }),
    });
  }
}
