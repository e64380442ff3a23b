import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { PrivateNetworkProps, WorkloadNetwork } from '../../constructs/aws';
import {
  AccountBudget,
  AlarmTopic,
  EncryptionKey,
  ExistingNetwork,
  GithubDeployRole,
  PrivateNetwork,
  PromptLogGroup,
  TeamsChannel,
  withServiceStatements,
} from '../../constructs/aws';
import type { SettledAwsPlan } from '../../lib/plan';
import type { PlatformStackProps } from './platform-stack';
import { PlatformStack } from './platform-stack';

/**
 * What every other stack needs: customer key, private network, logs, the topic of its alarms, and the role of the
 * deployment pipeline.
 *
 * @throws CodedError `UnknownEndpointService`, `InvalidProps`
 */
export class FoundationStack extends PlatformStack {
  constructor(scope: Construct, props: PlatformStackProps) {
    super(scope, 'foundation', props, 'network, encryption, logs and federation');
    const { dataRetention, foundation, observability } = props.aws;
    const encryptionKey = this.createKey(props.aws);
    const kept = { encryptionKey, dataRetention };
    const network = this.network(foundation.network, kept);
    if (foundation.logs.existing === undefined) {
      new PromptLogGroup(this, 'Logs', {
        logGroupName: foundation.logs.groupName,
        retentionDays: foundation.logs.retentionDays,
        ...kept,
      });
    }
    const alarmTopicArn = this.alarmTopicArnOf(observability, encryptionKey);
    if (foundation.budget !== undefined) new AccountBudget(this, 'Budget', foundation.budget);
    if (foundation.federation !== undefined) new GithubDeployRole(this, 'Deploy', foundation.federation);

    this.parameters.publish('foundation/key-arn', encryptionKey.keyArn);
    this.parameters.publish('foundation/alarm-topic-arn', alarmTopicArn);
    this.parameters.publish('foundation/vpc-id', network.vpcId);
    this.parameters.publishList('foundation/private-subnet-ids', network.subnetIds);
    this.parameters.publish('foundation/workload-security-group-id', network.securityGroupId);
  }

  /** A topic of the company, or one of the kit with its receivers. */
  private alarmTopicArnOf(plan: SettledAwsPlan['observability'], encryptionKey: IKey): string {
    if (plan.alarmTopicArn !== undefined) return plan.alarmTopicArn;
    const topic = new AlarmTopic(this, 'AlarmTopic', {
      alarmContact: plan.alarmContact,
      encryptionKey,
      ...(plan.alarmWebhooks === undefined ? {} : { webhooks: plan.alarmWebhooks }),
    }).resource;
    for (const [name, channel] of Object.entries(plan.alarmTeams ?? {})) {
      new TeamsChannel(this, `Teams-${name}`, { ...channel, topic });
    }
    return topic.topicArn;
  }

  /** The policy of a key of the company is its owner's: the plan has what it needs. */
  private createKey({ dataRetention, foundation: { encryption }, integration }: SettledAwsPlan): IKey {
    return 'keyArn' in encryption
      ? withServiceStatements(Key.fromKeyArn(this, 'EncryptionKey', encryption.keyArn))
      : new EncryptionKey(this, 'EncryptionKey', {
          ...encryption,
          dataRetention,
          readerAccounts: integration.consumerAccounts,
        }).resource;
  }

  /** A network of the company gets what it lacks; its flow logs are its owner's. */
  private network(
    plan: SettledAwsPlan['foundation']['network'],
    kept: Pick<PrivateNetworkProps, 'encryptionKey' | 'dataRetention'>,
  ): WorkloadNetwork {
    return 'vpcId' in plan
      ? new ExistingNetwork(this, 'Network', plan)
      : new PrivateNetwork(this, 'Network', { ...plan, ...kept });
  }
}
