import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';

/** What a topic grants on: itself and its key. */
export interface GrantingTopic {
  readonly topicArn: string;
  readonly key: IKey;
}

/** Permissions that roles can get on an encrypted topic. */
export class AlarmTopicGrants {
  constructor(private readonly of: GrantingTopic) {}

  /**
   * Publish messages, beside the alarms of the account.
   *
   * The actions of the key: "Configuring AWS KMS permissions" in the developer guide of SNS, read 2026-11-30.
   */
  publish(grantee: iam.IGrantable): iam.Grant {
    const { topicArn, key } = this.of;
    const useKey = iam.Grant.addToPrincipal({
      grantee,
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resourceArns: [key.keyArn],
    });
    return iam.Grant.addToPrincipal({ grantee, actions: ['sns:Publish'], resourceArns: [topicArn] }).combine(useKey);
  }
}
