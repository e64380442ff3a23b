import type { AwsTeamsChannel } from '../../platform';
import type { AwsContext } from '../context';
import { awsName } from '../context';
import { decide, pinned } from '../decision';
import { githubIssuer } from '../github-subject';
import type { GivenNeed } from '../given-need';
import { promptRetentionDays } from '../retention';
import type { AwsFoundationPlan, AwsObservabilityPlan, AwsPlan } from './aws-plan';
import { consumerAccounts } from './integration';
import { partitionOf } from './partition';

/** The log group of the platform's applications: a new one, or one of the company. */
export function logs(context: AwsContext): AwsFoundationPlan['logs'] {
  const { groupName } = context.target.logs ?? {};
  const retentionDays = promptRetentionDays(context);
  if (groupName === undefined) return { groupName: awsName(context, 'log-group'), retentionDays };
  const path = `environments.${context.key}.aws.logs.groupName`;
  return { groupName: pinned(groupName, path), existing: pinned(true, path), retentionDays };
}

/** The topic of the company that alarms notify, or receivers of the kit's own; nothing where the config has neither. */
export function alarmTargets(
  context: AwsContext,
): Pick<AwsObservabilityPlan, 'alarmTopicArn' | 'alarmWebhooks' | 'alarmTeams'> {
  const { topicArn, webhooks, teams } = context.target.alarms ?? {};
  const path = `environments.${context.key}.aws.alarms`;
  return {
    ...(topicArn === undefined ? {} : { alarmTopicArn: pinned(topicArn, `${path}.topicArn`) }),
    ...(webhooks === undefined ? {} : { alarmWebhooks: pinned(webhooks, `${path}.webhooks`) }),
    ...(teams === undefined ? {} : { alarmTeams: teamsChannels(context, `${path}.teams`, teams) }),
  };
}

function teamsChannels(
  context: AwsContext,
  path: string,
  teams: Readonly<Record<string, AwsTeamsChannel>>,
): NonNullable<AwsObservabilityPlan['alarmTeams']> {
  return Object.fromEntries(
    Object.entries(teams).map(([name, { tenantId, teamId, channelId }]) => [
      name,
      {
        configurationName: awsName(context, 'chat-configuration', name),
        tenantId: pinned(tenantId, `${path}.${name}.tenantId`),
        teamId: pinned(teamId, `${path}.${name}.teamId`),
        channelId: pinned(channelId, `${path}.${name}.channelId`),
      },
    ]),
  );
}

/** What the given resources must have or allow; nothing where none is given. */
export function givenNeeds(context: AwsContext): Pick<AwsPlan, 'givenNeeds'> {
  const needs = [
    ...networkNeeds(context),
    ...standbyNeeds(context),
    ...dataNeeds(context),
    ...alarmNeeds(context),
    ...ruleNeeds(context),
  ];
  if (needs.length === 0) return {};
  return {
    givenNeeds: decide(
      needs,
      'given.not-looked-up',
      'synthesis asks no account, and the kit changes nothing that it does not own',
    ),
  };
}

function networkNeeds({ key, target: { network } }: AwsContext): readonly GivenNeed[] {
  if (network === undefined) return [];
  const field = `environments.${key}.aws.network`;
  const { vpcId, privateSubnetIds, securityGroupId } = network;
  return [
    { field: `${field}.vpcId`, resource: vpcId, need: 'DNS support and DNS hostnames are on, for private names' },
    {
      field: `${field}.privateSubnetIds`,
      resource: privateSubnetIds.join(', '),
      need: 'no route to the internet, and the services in foundation.network.existingEndpoints under their private names',
    },
    ...(securityGroupId === undefined
      ? []
      : [
          {
            field: `${field}.securityGroupId`,
            resource: securityGroupId,
            need: 'outbound HTTPS to the private endpoints and the prefix list of S3',
          },
        ]),
  ];
}

function standbyNeeds({ key, target: { standby } }: AwsContext): readonly GivenNeed[] {
  if (standby === undefined) return [];
  const field = `environments.${key}.aws.standby`;
  const { region, bucketArn, keyArn } = standby;
  return [
    ...(bucketArn === undefined
      ? []
      : [
          {
            field: `${field}.bucketArn`,
            resource: bucketArn,
            need: `it is in ${region}, has versioning, and no policy that denies the role of the replication`,
          },
        ]),
    ...(keyArn === undefined
      ? []
      : [
          {
            field: `${field}.keyArn`,
            resource: keyArn,
            need: 'a policy that lets roles of the account encrypt by way of S3',
          },
        ]),
  ];
}

function dataNeeds(context: AwsContext): readonly GivenNeed[] {
  const { encryption, logs: group, registry } = context.target;
  const field = `environments.${context.key}.aws`;
  const readers = consumerAccounts(context).value;
  return [
    ...(encryption === undefined
      ? []
      : [
          {
            field: `${field}.encryption.keyArn`,
            resource: encryption.keyArn,
            need: 'a symmetric key whose policy has the statements of foundation.encryption.keyPolicy',
          },
        ]),
    ...(group?.flowLogBucketArn === undefined
      ? []
      : [
          {
            field: `${field}.logs.flowLogBucketArn`,
            resource: group.flowLogBucketArn,
            need: `a policy that lets delivery.logs.amazonaws.com write for account ${context.target.account}, and so does the key of an encrypted bucket`,
          },
        ]),
    ...(group?.groupName === undefined
      ? []
      : [
          {
            field: `${field}.logs.groupName`,
            resource: group.groupName,
            need: 'retention, encryption and a data protection policy that masks personal data: prompts may be in it',
          },
        ]),
    ...(registry === undefined
      ? []
      : [
          {
            field: `${field}.registry.repositoryName`,
            resource: registry.repositoryName,
            need: `tags that cannot move, no expiry of images that run${readers.length === 0 ? '' : `, and a policy that lets ${readers.join(', ')} pull`}`,
          },
        ]),
  ];
}

function alarmNeeds({ key, target: { alarms, account } }: AwsContext): readonly GivenNeed[] {
  const field = `environments.${key}.aws`;
  return [
    ...Object.entries(alarms?.webhooks ?? {}).map(([name, { secretArn }]) => ({
      field: `${field}.alarms.webhooks.${name}`,
      resource: secretArn,
      need: 'an HTTPS URL that confirms subscriptions of SNS; the execution role of CloudFormation may read the secret',
    })),
    ...Object.entries(alarms?.teams ?? {}).map(([name, { teamId }]) => ({
      field: `${field}.alarms.teams.${name}`,
      resource: teamId,
      need: `the team is authorised once in the console of Amazon Q Developer in chat applications, in account ${account}`,
    })),
    ...(alarms?.topicArn === undefined
      ? []
      : [
          {
            field: `${field}.alarms.topicArn`,
            resource: alarms.topicArn,
            need: `a policy that lets cloudwatch.amazonaws.com publish for account ${account}, and so does the key of an encrypted topic`,
          },
        ]),
  ];
}

function ruleNeeds({ key, platform, target }: AwsContext): readonly GivenNeed[] {
  const { permissionsBoundary, identityProvider, account, region } = target;
  return [
    ...(identityProvider === undefined || platform.pipeline === undefined
      ? []
      : [
          {
            field: `environments.${key}.aws.identityProvider`,
            resource: `arn:${partitionOf(region)}:iam::${account}:oidc-provider/${new URL(githubIssuer).host}`,
            need: 'the audience sts.amazonaws.com',
          },
        ]),
    ...(permissionsBoundary === undefined
      ? []
      : [
          {
            field: `environments.${key}.aws.permissionsBoundary`,
            resource: permissionsBoundary,
            need: "every action of the roles in the templates, 'kms:CreateGrant' included",
          },
        ]),
  ];
}
