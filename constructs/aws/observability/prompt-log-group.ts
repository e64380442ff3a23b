import { Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { ownKey } from '../encryption/own-key';
import { letServiceUse } from '../encryption/service-use';
import { logRetentionSteps } from '../props/grammars';
import type { Grammar } from '../props/prop-problem';
import { inGrammar, oneOf, refuseProps } from '../props/prop-problem';
import type { DataRetention } from '../retention/data-retention';
import { removalPolicyOf } from '../retention/data-retention';
import { keptByDefault } from '../retention/kept-by-default';
import { PromptLogGrants } from './log-group-grants';
import type { IPromptLogGroup } from './prompt-log-metrics';
import { ImportedPromptLogGroup, PromptLogMetrics } from './prompt-log-metrics';

/** Props of a {@link PromptLogGroup}. */
export interface PromptLogGroupProps {
  readonly logGroupName: string;
  /** Days that logs are kept; one of CloudWatch's retention periods. @default 365 */
  readonly retentionDays?: number;
  /** @default - a key of its own, which is billed per month */
  readonly encryptionKey?: IKey;
  /** @default 'retain' */
  readonly dataRetention?: DataRetention;
}

/** CreateLogGroup in the API reference of CloudWatch Logs, read 2026-11-30. */
const logGroupName: Grammar = {
  pattern: /^[.\-_/#A-Za-z0-9]{1,512}$/,
  expected: '1 to 512 letters, digits and . - _ / #',
  fix: 'write a name such as /llmops/support/dev',
};

/** Personal data and credentials that users are likely to type into a prompt. */
const masked = ['Address', 'AwsSecretKey', 'CreditCardNumber', 'EmailAddress', 'Name'];

/**
 * A log group that may contain prompts and answers.
 *
 * Creates a log group that is encrypted with the customer key. A data protection policy masks personal data and
 * credentials: readers see them only with `logs:Unmask`. Billed per GB ingested, scanned and stored.
 *
 * @example
 * const prompts = new PromptLogGroup(this, 'Prompts', { logGroupName: '/support/prompts' });
 * prompts.grants.write(role);
 * @throws CodedError `InvalidProps`
 */
export class PromptLogGroup extends Construct implements IPromptLogGroup {
  /** A group that another app made, in this account and region. */
  static fromLogGroupName(scope: Construct, id: string, logGroupName: string): IPromptLogGroup {
    return new ImportedPromptLogGroup(scope, id, logGroupName);
  }

  readonly resource: logs.CfnLogGroup;
  readonly logGroupName: string;
  /** With `:*` at the end, which stands for the streams. */
  readonly logGroupArn: string;
  readonly grants: PromptLogGrants;
  readonly metrics: PromptLogMetrics;

  constructor(scope: Construct, id: string, props: PromptLogGroupProps) {
    super(scope, id);
    const { dataRetention = keptByDefault.dataRetention, retentionDays = keptByDefault.logRetentionDays } = props;
    refuseProps(
      this,
      inGrammar('logGroupName', props.logGroupName, logGroupName),
      oneOf('retentionDays', retentionDays, logRetentionSteps),
    );
    const encryptionKey = props.encryptionKey ?? ownKey(this, dataRetention);
    letServiceUse(this, encryptionKey, 'logs');
    this.resource = new logs.CfnLogGroup(this, 'Resource', {
      logGroupName: props.logGroupName,
      retentionInDays: retentionDays,
      kmsKeyId: encryptionKey.keyArn,
      dataProtectionPolicy: maskingPolicy(Stack.of(this).partition),
    });
    this.resource.applyRemovalPolicy(removalPolicyOf(dataRetention));
    this.logGroupName = this.resource.ref;
    this.logGroupArn = this.resource.attrArn;
    this.grants = new PromptLogGrants(this.logGroupArn);
    this.metrics = new PromptLogMetrics(this.logGroupName);
  }
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch-logs-data-protection-policies.html */
function maskingPolicy(partition: string): object {
  const identifiers = masked.map((name) => `arn:${partition}:dataprotection::aws:data-identifier/${name}`);
  return {
    Name: 'prompts',
    Version: '2021-06-01',
    // The service requires both statements. Without a destination it only counts findings.
    Statement: [
      { Sid: 'Count', DataIdentifier: identifiers, Operation: { Audit: { FindingsDestination: {} } } },
      { Sid: 'Mask', DataIdentifier: identifiers, Operation: { Deidentify: { MaskConfig: {} } } },
    ],
  };
}
