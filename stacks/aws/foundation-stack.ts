import type { Construct } from 'constructs';
import type { PrivateNetworkProps, WorkloadNetwork } from '../../constructs/aws';
import {
  AlarmTopic,
  EncryptionKey,
  ExistingNetwork,
  GithubDeployRole,
  PrivateNetwork,
  PromptLogGroup,
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
    const key = new EncryptionKey(this, 'EncryptionKey', {
      ...foundation.encryption,
      dataRetention,
      readerAccounts: props.aws.integration.consumerAccounts,
    });
    const network = this.network(foundation.network, { encryptionKey: key.resource, dataRetention });
    new PromptLogGroup(this, 'Logs', {
      logGroupName: foundation.logs.groupName,
      retentionDays: foundation.logs.retentionDays,
      encryptionKey: key.resource,
      dataRetention,
    });
    const alarms = new AlarmTopic(this, 'AlarmTopic', {
      alarmContact: observability.alarmContact,
      encryptionKey: key.resource,
    });
    if (foundation.federation !== undefined) new GithubDeployRole(this, 'Deploy', foundation.federation);

    this.parameters.publish('foundation/key-arn', key.resource.keyArn);
    this.parameters.publish('foundation/alarm-topic-arn', alarms.resource.topicArn);
    this.parameters.publish('foundation/vpc-id', network.vpcId);
    this.parameters.publishList('foundation/private-subnet-ids', network.subnetIds);
    this.parameters.publish('foundation/workload-security-group-id', network.securityGroupId);
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
