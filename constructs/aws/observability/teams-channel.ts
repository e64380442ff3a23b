import { Stack } from 'aws-cdk-lib';
import { CfnMicrosoftTeamsChannelConfiguration } from 'aws-cdk-lib/aws-chatbot';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Grammar } from '../props/prop-problem';
import { inGrammar, refuseProps } from '../props/prop-problem';

/** Props of a {@link TeamsChannel}. */
export interface TeamsChannelProps {
  /** Unique in the account: letters, digits, hyphens and underscores. Another name replaces the configuration. */
  readonly configurationName: string;
  /** Tenant of Microsoft Entra (UUID). */
  readonly tenantId: string;
  /** Team (UUID), authorised once in the console of Amazon Q Developer in chat applications. */
  readonly teamId: string;
  /** Channel, as its link has it: `19%3A…%40thread.tacv2`. */
  readonly channelId: string;
  /** Topic whose messages are posted. */
  readonly topic: ITopic;
}

/** CreateMicrosoftTeamsChannelConfiguration in the API reference of AWS Chatbot, read 2026-12-01. */
const name: Grammar = {
  pattern: /^[A-Za-z0-9-_]{1,128}$/,
  expected: 'at most 128 letters, digits, hyphens and underscores',
  fix: 'write a name such as support-prod-oncall',
};
const uuid: Grammar = {
  pattern: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  expected: 'a UUID',
  fix: 'copy it from the console, where the team is authorised',
};
const channel: Grammar = {
  pattern: /^(?=.{1,255}$)[\w\-=+/.,]*%3a[\w\-=+/.,]*%40[\w\-=+/.,]*$/i,
  expected: 'the id of a channel, such as 19%3A0123456789abcdef%40thread.tacv2',
  fix: "copy it from 'Get link to channel' in Microsoft Teams",
};

/**
 * A channel of Microsoft Teams that gets the messages of a topic.
 *
 * Creates a channel configuration of Amazon Q Developer in chat applications, formerly AWS Chatbot, and its role. The role may do nothing, and the
 * guardrail allows at most reading CloudWatch (without one the service applies AdministratorAccess): people in the channel run no commands.
 * Messages come without the graph of the metric, which would need rights. Free of charge.
 *
 * Nobody has seen a message of it: the kit was never deployed to an account.
 *
 * @throws CodedError `InvalidProps`
 */
export class TeamsChannel extends Construct {
  readonly resource: CfnMicrosoftTeamsChannelConfiguration;
  readonly role: iam.Role;
  readonly configurationArn: string;
  readonly configurationName: string;

  constructor(scope: Construct, id: string, props: TeamsChannelProps) {
    super(scope, id);
    refuseProps(
      this,
      inGrammar('configurationName', props.configurationName, name),
      inGrammar('tenantId', props.tenantId, uuid),
      inGrammar('teamId', props.teamId, uuid),
      inGrammar('channelId', props.channelId, channel),
    );
    this.role = new iam.Role(this, 'Role', {
      description: 'posts alarms to Microsoft Teams; may do nothing else',
      assumedBy: new iam.ServicePrincipal('chatbot.amazonaws.com'),
    });
    this.resource = new CfnMicrosoftTeamsChannelConfiguration(this, 'Resource', {
      configurationName: props.configurationName,
      teamsTenantId: props.tenantId,
      teamId: props.teamId,
      teamsChannelId: props.channelId,
      snsTopicArns: [props.topic.topicArn],
      iamRoleArn: this.role.roleArn,
      guardrailPolicies: [`arn:${Stack.of(this).partition}:iam::aws:policy/CloudWatchReadOnlyAccess`],
      loggingLevel: 'ERROR',
      userRoleRequired: false,
    });
    this.configurationArn = this.resource.attrArn;
    this.configurationName = props.configurationName;
  }
}
