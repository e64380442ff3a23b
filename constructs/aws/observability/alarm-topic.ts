import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { letServiceUse } from '../encryption/service-use';
import { serviceOfThisAccount } from '../identity/service-principal';

/** Props of an {@link AlarmTopic}. */
export interface AlarmTopicProps {
  /** E-mail address. Its owner must confirm the subscription once. */
  readonly alarmContact: string;
  readonly encryptionKey: IKey;
}

/**
 * The topic that alarms of this account notify.
 *
 * Creates an SNS topic with an e-mail subscription. The topic is encrypted with the customer key, requires TLS, and only
 * CloudWatch alarms of this account may publish to it. Billed per notification.
 */
export class AlarmTopic extends Construct {
  readonly resource: sns.Topic;

  constructor(scope: Construct, id: string, props: AlarmTopicProps) {
    super(scope, id);
    letServiceUse(this, props.encryptionKey, 'alarms');
    const { partition, region, account } = Stack.of(this);
    this.resource = new sns.Topic(this, 'Resource', { masterKey: props.encryptionKey, enforceSSL: true });
    // The TLS statement replaces the default policy of SNS, which lets alarms publish.
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
