import { settle } from '../../../lib/plan';
import { environmentPlan } from '../../helpers/plan';
import { awsTarget, azureTarget, developmentEnvironment, productionEnvironment } from '../../helpers/platform';

const channel = {
  tenantId: '00000000-0000-4000-8000-000000000001',
  teamId: '00000000-0000-4000-8000-000000000002',
  channelId: '19%3A0123456789abcdef%40thread.tacv2',
};

test('a channel of Teams has a name of the environment, and its owner is told what to authorise', () => {
  const aws = { ...awsTarget, alarms: { teams: { oncall: channel } } };
  const plan = settle(environmentPlan({ environments: { dev: developmentEnvironment({ aws }) } }));
  expect(plan.aws?.observability.alarmTeams).toEqual({
    oncall: { configurationName: 'support-dev-oncall', ...channel },
  });
  expect(plan.aws?.givenNeeds).toEqual([
    expect.objectContaining({ field: 'environments.dev.aws.alarms.teams.oncall', resource: channel.teamId }),
  ]);
});

test('a webhook on Azure is the key of a secret, and whoever owns the action group sees the URL', () => {
  const alerts = { webhooks: { pagerduty: { stackSecret: 'pagerduty-url' } } };
  const prod = productionEnvironment({
    azure: { ...azureTarget, subscription: '00000000-0000-4000-8000-0000000000f3', cidr: '10.25.0.0/16', alerts },
  });
  const plan = settle(environmentPlan({ environments: { dev: developmentEnvironment(), prod } }, 'prod'));
  expect(plan.azure?.deployment.alertContact).toMatchObject(alerts);
  expect(plan.azure?.deployment.alertContact).not.toHaveProperty('existingId');
  expect(plan.azure?.givenNeeds).toEqual([
    expect.objectContaining({
      field: 'environments.prod.azure.alerts.webhooks.pagerduty',
      resource: 'llmops-kit:pagerduty-url',
    }),
  ]);
});
