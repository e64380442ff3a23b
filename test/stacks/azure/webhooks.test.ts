import { rehearsedStackConfig, stackConfig } from '../../../stacks/azure';
import { settledPlan } from '../../helpers/azure-plan-fixture';
import { recordStage } from '../../helpers/azure-platform';
import { inputsOf } from '../../helpers/azure-recording';
import { codedErrorOf } from '../../helpers/coded-error';

function withWebhook() {
  const plan = settledPlan('prod');
  if (plan.azure === undefined) throw new Error('no azure');
  const alertContact = { actionGroupName: 'ag-support-prod', shortName: 'llmops', email: 'team@example.com' };
  const webhooks = { pagerduty: { stackSecret: 'pagerduty-url' } };
  const deployment = { ...plan.azure.deployment, alertContact: { ...alertContact, webhooks } };
  return { ...plan, azure: { ...plan.azure, deployment } };
}

test('the URL of a webhook is a secret of the stack, and its receiver reads the common alert schema', async () => {
  const plan = withWebhook();
  const config = () => ({ ...stackConfig(plan, 'deployment'), 'llmops-kit:pagerduty-url': 'https://events.invalid/x' });
  const recording = await recordStage(plan, 'deployment', config);
  expect(inputsOf(recording, 'monitor:ActionGroup')).toMatchObject({
    emailReceivers: [{ name: 'owner' }],
    webhookReceivers: [{ name: 'pagerduty', useCommonAlertSchema: true }],
  });
  expect(JSON.stringify(recording)).not.toContain('events.invalid');
});

test('a stack without the secret declares nothing, and the command that sets it is named', async () => {
  expect(await codedErrorOf(() => recordStage(withWebhook(), 'deployment'))).toMatchObject({
    code: 'WebhookSecretMissing',
    place: 'llmops-kit:pagerduty-url',
    fix: 'pulumi config set --secret llmops-kit:pagerduty-url -s prod-deployment',
  });
});

test('a rehearsal needs no secret, and a stack file never gets one', () => {
  const plan = withWebhook();
  expect(rehearsedStackConfig(plan, 'deployment')['llmops-kit:pagerduty-url']).toBe('https://pagerduty-url.invalid/');
  expect(rehearsedStackConfig(plan, 'initialization')).toEqual(stackConfig(plan, 'initialization'));
  expect(stackConfig(plan, 'deployment')).not.toHaveProperty(['llmops-kit:pagerduty-url']);
});
