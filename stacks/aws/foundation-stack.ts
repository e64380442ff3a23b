import type { Construct } from 'constructs';
import { AlarmTopic, EncryptionKey, GithubDeployRole, PrivateNetwork, PromptLogGroup } from '../../constructs/aws';
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
    const network = new PrivateNetwork(this, 'Network', {
      ...foundation.network,
      encryptionKey: key.resource,
      dataRetention,
    });
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
}
