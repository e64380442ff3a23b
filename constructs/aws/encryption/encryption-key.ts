import { Duration, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { accountId } from '../props/grammars';
import type { Grammar } from '../props/prop-problem';
import { eachInGrammar, inGrammar, numberBetween, refuseProps } from '../props/prop-problem';
import type { DataRetention } from '../retention/data-retention';
import { removalPolicyOf } from '../retention/data-retention';
import { keptByDefault } from '../retention/kept-by-default';
import { KeyGrants } from './key-grants';
import { keyStatement, keyUses, serviceStatement, withServiceStatements } from './service-use';

/** Props of an {@link EncryptionKey}. */
export interface EncryptionKeyProps {
  /** Alias, with or without `alias/`. @default - no alias */
  readonly keyAlias?: string;
  /** Days between rotations of the key material, 90 to 2560. @default 365 */
  readonly rotationDays?: number;
  /** @default 'retain' */
  readonly dataRetention?: DataRetention;
  /** Accounts that may decrypt objects they read from S3. @default - none */
  readonly readerAccounts?: readonly string[];
}

/** CreateAlias in the API reference of KMS, read 2026-11-30. */
const aliasName: Grammar = {
  pattern: /^(?:alias\/)?(?!aws\/|alias\/)[a-zA-Z0-9/_-]{1,250}$/,
  expected: 'at most 250 letters, digits, slashes, underscores and hyphens, not beginning with aws/',
  fix: 'write a name such as alias/support-dev',
};

/** Actions that IAM policies of this account may grant, listed instead of `kms:*` so that a review sees each. */
const delegatedToIam = [
  'kms:CancelKeyDeletion',
  'kms:CreateAlias',
  'kms:CreateGrant',
  'kms:Decrypt',
  'kms:DeleteAlias',
  'kms:DescribeKey',
  'kms:DisableKey',
  'kms:DisableKeyRotation',
  'kms:EnableKey',
  'kms:EnableKeyRotation',
  'kms:Encrypt',
  'kms:GenerateDataKey',
  'kms:GenerateDataKeyWithoutPlaintext',
  'kms:GetKeyPolicy',
  'kms:GetKeyRotationStatus',
  'kms:ListGrants',
  'kms:ListKeyPolicies',
  'kms:ListKeyRotations',
  'kms:ListResourceTags',
  'kms:PutKeyPolicy',
  'kms:ReEncryptFrom',
  'kms:ReEncryptTo',
  'kms:RetireGrant',
  'kms:RevokeGrant',
  'kms:RotateKeyOnDemand',
  'kms:ScheduleKeyDeletion',
  'kms:TagResource',
  'kms:UntagResource',
  'kms:UpdateAlias',
  'kms:UpdateKeyDescription',
];

/**
 * The customer key of an environment.
 *
 * Creates a KMS key with rotation and its alias. CloudWatch Logs, alarms that publish to an encrypted topic and the
 * background indexing of S3 Vectors may use it, each only for resources of this account. Billed per month, rotation and
 * request.
 *
 * @throws CodedError `InvalidProps`
 */
export class EncryptionKey extends Construct {
  readonly resource: kms.Key;
  readonly keyArn: string;
  readonly keyId: string;
  readonly grants: KeyGrants;

  constructor(scope: Construct, id: string, props: EncryptionKeyProps = {}) {
    super(scope, id);
    const { keyAlias, rotationDays = 365, dataRetention = keptByDefault.dataRetention } = props;
    refuseProps(
      this,
      keyAlias === undefined ? [] : inGrammar('keyAlias', keyAlias, aliasName),
      numberBetween('rotationDays', rotationDays, { least: 90, most: 2560 }),
      eachInGrammar('readerAccounts', props.readerAccounts ?? [], accountId),
    );
    this.resource = new kms.Key(this, 'Resource', {
      ...(keyAlias === undefined ? {} : { alias: keyAlias }),
      description: `data of ${keyAlias?.replace(/^alias\//, '') ?? this.node.path}`,
      enableKeyRotation: true,
      rotationPeriod: Duration.days(rotationDays),
      // The longest waiting period for retained data, the shortest otherwise.
      pendingWindow: Duration.days(dataRetention === 'retain' ? 30 : 7),
      removalPolicy: removalPolicyOf(dataRetention),
      policy: new iam.PolicyDocument({
        statements: [
          this.account(),
          ...keyUses.map((use) => serviceStatement(this, use)),
          ...this.readers(props.readerAccounts ?? []),
        ],
      }),
    });
    withServiceStatements(this.resource);
    this.keyArn = this.resource.keyArn;
    this.keyId = this.resource.keyId;
    this.grants = new KeyGrants(this.keyArn);
  }

  private account(): iam.PolicyStatement {
    return keyStatement('AccountPolicies', [new iam.AccountRootPrincipal()], delegatedToIam);
  }

  private readers(accounts: readonly string[]): readonly iam.PolicyStatement[] {
    if (accounts.length === 0) return [];
    return [
      keyStatement(
        'PromotedEnvironments',
        accounts.map((account) => new iam.AccountPrincipal(account)),
        ['kms:Decrypt', 'kms:DescribeKey'],
        { StringEquals: { 'kms:ViaService': `s3.${Stack.of(this).region}.amazonaws.com` } },
      ),
    ];
  }
}
