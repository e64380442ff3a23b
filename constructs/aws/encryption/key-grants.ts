import * as iam from 'aws-cdk-lib/aws-iam';

/** Permissions that roles can get on a key. They name the actions one by one; those of the CDK's own key have wildcards in them. */
export class KeyGrants {
  constructor(private readonly keyArn: string) {}

  /** Decrypt. */
  decrypt(grantee: iam.IGrantable): iam.Grant {
    return this.grant(grantee, ['kms:Decrypt', 'kms:DescribeKey']);
  }

  /** Encrypt and decrypt, under data keys too. */
  encryptDecrypt(grantee: iam.IGrantable): iam.Grant {
    return this.grant(grantee, [
      'kms:Decrypt',
      'kms:DescribeKey',
      'kms:Encrypt',
      'kms:GenerateDataKey',
      'kms:ReEncryptFrom',
      'kms:ReEncryptTo',
    ]);
  }

  /** With the policy of the principal: that of the key delegates to IAM. */
  private grant(grantee: iam.IGrantable, actions: readonly string[]): iam.Grant {
    return iam.Grant.addToPrincipal({ grantee, actions: [...actions], resourceArns: [this.keyArn] });
  }
}
