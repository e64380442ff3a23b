import { SecretValue, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { ownKey } from '../encryption/own-key';
import { letServiceUse } from '../encryption/service-use';
import { serviceOfThisAccount } from '../identity/service-principal';
import type { Grammar } from '../props/prop-problem';
import { inGrammar, refuseProps } from '../props/prop-problem';
import { AlarmTopicGrants } from './topic-grants';

/** Props of an {@link AlarmTopic}. */
export interface AlarmTopicProps {
  /** E-mail address. Its owner must confirm the subscription once. */
  readonly alarmContact: string;
  /** @default - a key of its own, which is billed per month */
  readonly encryptionKey?: IKey;
  /**
   * Receivers of HTTPS messages beside the mail, by a name. The URL of each is in a secret, which CloudFormation reads when it
   * deploys; in SNS it is visible to whoever may list subscriptions. @default - none
   */
  readonly webhooks?: Readonly<Record<string, { readonly secretArn: string; readonly key?: string }>>;
}

/** Subscribe in the API reference of SNS, read 2026-11-30: the endpoint of the protocol email is an address. */
const mailAddress: Grammar = {
  pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  expected: 'an e-mail address',
  fix: 'write the address of a mailbox that the team reads',
};

/**
 * The topic that alarms of this account notify.
 *
 * Creates an SNS topic with an e-mail subscription. The topic is encrypted with the customer key, requires TLS, and only
 * CloudWatch alarms of this account may publish to it. Billed per notification.
 *
 * @throws CodedError `InvalidProps`
 */
export class AlarmTopic extends Construct {
  readonly resource: sns.Topic;
  readonly topicArn: string;
  readonly topicName: string;
  readonly grants: AlarmTopicGrants;

  constructor(scope: Construct, id: string, props: AlarmTopicProps) {
    super(scope, id);
    refuseProps(this, inGrammar('alarmContact', props.alarmContact, mailAddress));
    // A topic keeps no messages: nothing is lost with its key.
    const encryptionKey = props.encryptionKey ?? ownKey(this, 'destroy');
    letServiceUse(this, encryptionKey, 'alarms');
    const { partition, region, account } = Stack.of(this);
    this.resource = new sns.Topic(this, 'Resource', { masterKey: encryptionKey, enforceSSL: true });
    this.topicArn = this.resource.topicArn;
    this.topicName = this.resource.topicName;
    this.grants = new AlarmTopicGrants({ topicArn: this.topicArn, key: encryptionKey });
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
    for (const [name, { secretArn, key }] of Object.entries(props.webhooks ?? {})) {
      const url = SecretValue.secretsManager(secretArn, key === undefined ? {} : { jsonField: key });
      new sns.Subscription(this, `Webhook-${name}`, {
        topic: this.resource,
        protocol: sns.SubscriptionProtocol.HTTPS,
        // A dynamic reference, which stands in the template in place of the URL.
        endpoint: url.unsafeUnwrap(),
      });
    }
  }
}
