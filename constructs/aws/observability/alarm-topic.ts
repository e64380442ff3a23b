import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { serviceOfThisAccount } from '../identity/service-principal';

export interface AlarmTopicProps {
  /** E-mail address; its owner confirms the subscription once. */
  readonly alarmContact: string;
  readonly encryptionKey: IKey;
}

/** Where alarms of this account go: an encrypted topic that a person reads by e-mail. */
export class AlarmTopic extends Construct {
  readonly resource: sns.Topic;

  constructor(scope: Construct, id: string, props: AlarmTopicProps) {
    super(scope, id);
    const { partition, region, account } = Stack.of(this);
    this.resource = new sns.Topic(this, 'Resource', { masterKey: props.encryptionKey, enforceSSL: true });
    // The TLS statement replaces the policy SNS would give the topic, and with it the right of alarms to publish.
    this.resource.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'Alarms',
        principals: [
          serviceOfThisAccount(
            this,
            'cloudwatch.amazonaws.com',
            `arn:${partition}:cloudwatch:${region}:${account}:alarm:*`,
          ),
        ],
        actions: ['sns:Publish'],
        resources: [this.resource.topicArn],
      }),
    );
    new sns.Subscription(this, 'Email', {
      topic: this.resource,
      protocol: sns.SubscriptionProtocol.EMAIL,
      endpoint: props.alarmContact,
    });
  }
}
