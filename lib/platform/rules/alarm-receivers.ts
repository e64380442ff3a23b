import type { AwsTarget, AzureTarget } from '../environment';
import type { Issue } from '../issue';

/** Teams channel and ids: CreateMicrosoftTeamsChannelConfiguration in the API reference of AWS Chatbot, read 2026-12-01. */
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const channel = /^(?=.{1,255}$)[\w\-=+/.,]*%3a[\w\-=+/.,]*%40[\w\-=+/.,]*$/i;
/** A key of a Pulumi stack below the namespace of the kit. */
const stackSecret = /^(?!(?:environment|stage)$)[a-z][a-z0-9-]{0,62}$/;

/** Channels of Teams are named by ids of Teams, and are not beside a topic of the company. */
export function teamsIssues(path: string, { alarms }: AwsTarget): readonly Issue[] {
  const at = `${path}.alarms.teams`;
  const channels = Object.entries(alarms?.teams ?? {});
  return [
    ...channels.flatMap(([name, { tenantId, teamId, channelId }]) => [
      ...id(`${at}.${name}.tenantId`, tenantId),
      ...id(`${at}.${name}.teamId`, teamId),
      ...(channel.test(channelId) ? [] : [notAChannel(`${at}.${name}.channelId`, channelId)]),
    ]),
    ...(channels.length > 0 && alarms?.topicArn !== undefined ? [besideTheirs(at, 'topicArn', 'topic')] : []),
  ];
}

/** Webhooks of an action group name a secret of the stack, and are not beside an action group of the company. */
export function alertWebhookIssues(path: string, { alerts }: AzureTarget): readonly Issue[] {
  const at = `${path}.alerts.webhooks`;
  const webhooks = Object.entries(alerts?.webhooks ?? {});
  return [
    ...webhooks.flatMap(([name, { stackSecret: got }]) =>
      stackSecret.test(got) ? [] : [notASecret(`${at}.${name}.stackSecret`, got)],
    ),
    ...(webhooks.length > 0 && alerts?.actionGroupId !== undefined
      ? [besideTheirs(at, 'actionGroupId', 'action group')]
      : []),
  ];
}

function id(path: string, got: string): readonly Issue[] {
  if (uuid.test(got)) return [];
  return [
    {
      code: 'InvalidUuid',
      path,
      message: 'not a UUID',
      got,
      expected: 'eight, four, four, four and twelve hexadecimal digits with hyphens',
      fix: 'copy it from the console of Amazon Q Developer in chat applications, where the team is authorised',
    },
  ];
}

function notAChannel(path: string, got: string): Issue {
  return {
    code: 'InvalidGivenName',
    path,
    message: 'not the id of a channel of Microsoft Teams',
    got,
    expected: 'the id as the link of the channel has it, such as 19%3A0123456789abcdef%40thread.tacv2',
    fix: "copy it from 'Get link to channel' in Microsoft Teams",
  };
}

/** A URL is left out of the message: it is a secret. */
function notASecret(path: string, got: string): Issue {
  if (/^https?:/i.test(got)) {
    return {
      code: 'LiteralWebhook',
      path,
      message: 'the URL itself, which is a secret and is not shown',
      expected: 'a key of the configuration of the stack',
      fix: "set the URL with 'pulumi config set --secret llmops-kit:<key>', and write the key; replace the URL if it was committed",
    };
  }
  return {
    code: 'InvalidGivenName',
    path,
    message: 'not a key of the configuration of a Pulumi stack',
    got,
    expected: 'at most 63 lower-case letters, digits and hyphens, and neither environment nor stage',
    fix: 'write a key such as pagerduty-url',
  };
}

function besideTheirs(path: string, field: string, noun: string): Issue {
  return {
    code: 'WebhookBesideTopic',
    path,
    message: `the kit adds nobody to a ${noun} that it does not own`,
    expected: `${field} or ${path.split('.').at(-1) ?? ''}`,
    fix: `remove ${path}, and let the owner of the ${noun} add them`,
  };
}
