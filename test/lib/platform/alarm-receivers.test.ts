import { awsTarget, azureTarget } from '../../helpers/platform';
import { reported } from '../../helpers/spec-mistakes';

const tenantId = '00000000-0000-4000-8000-000000000001';
const teamId = '00000000-0000-4000-8000-000000000002';
const channelId = '19%3A0123456789abcdef%40thread.tacv2';

const onAws = (alarms: object) =>
  reported('environments/dev/aws', { ...awsTarget, alarms }).map(
    ({ code, path }) => `${code} ${path.replace('environments.dev.aws.alarms.', '')}`,
  );
const onAzure = (alerts: object) =>
  reported('environments/dev/azure', { ...azureTarget, alerts }).map(
    ({ code, path }) => `${code} ${path.replace('environments.dev.azure.alerts.', '')}`,
  );

test.each<[alarms: object, issues: readonly string[]]>([
  [{ teams: { oncall: { tenantId, teamId, channelId } } }, []],
  [{ teams: { oncall: { tenantId: 'example.com', teamId, channelId } } }, ['InvalidUuid teams.oncall.tenantId']],
  [{ teams: { oncall: { tenantId, teamId: 'oncall', channelId } } }, ['InvalidUuid teams.oncall.teamId']],
  [
    { teams: { oncall: { tenantId, teamId, channelId: '19:0123456789abcdef@thread.tacv2' } } },
    ['InvalidGivenName teams.oncall.channelId'],
  ],
  [
    {
      topicArn: 'arn:aws:sns:eu-central-1:111111111111:alarms',
      teams: { oncall: { tenantId, teamId, channelId } },
    },
    ['WebhookBesideTopic teams'],
  ],
])('channels of Teams %j: %j', (alarms, issues) => {
  expect(onAws(alarms)).toEqual(issues);
});

const actionGroupId = `/subscriptions/${tenantId}/resourceGroups/rg/providers/Microsoft.Insights/actionGroups/ag`;

test.each<[alerts: object, issues: readonly string[]]>([
  [{ webhooks: { pagerduty: { stackSecret: 'pagerduty-url' } } }, []],
  [{ webhooks: { pagerduty: { stackSecret: 'PagerDuty URL' } } }, ['InvalidGivenName webhooks.pagerduty.stackSecret']],
  [{ webhooks: { pagerduty: { stackSecret: 'environment' } } }, ['InvalidGivenName webhooks.pagerduty.stackSecret']],
  [{ actionGroupId, webhooks: { pagerduty: { stackSecret: 'pagerduty-url' } } }, ['WebhookBesideTopic webhooks']],
])('webhooks of an action group %j: %j', (alerts, issues) => {
  expect(onAzure(alerts)).toEqual(issues);
});

test('the URL itself is refused without being shown', () => {
  const url = 'https://events.example.com/integration/0123456789abcdef';
  const issues = reported('environments/dev/azure', {
    ...azureTarget,
    alerts: { webhooks: { pagerduty: { stackSecret: url } } },
  });
  expect(issues.map(({ code }) => code)).toEqual(['LiteralWebhook']);
  expect(JSON.stringify(issues)).not.toContain('events.example.com');
});
