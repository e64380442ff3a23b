import { AlertContact } from '../../../../constructs/azure/observability/alert-contact';
import { inputsOf, recordProgram } from '../../../helpers/azure-recording';

test('sends a mail for every alert', async () => {
  const recording = await recordProgram(() => {
    const props = { actionGroupName: 'ag', shortName: 'llmops', email: 'team@example.com', resourceGroupName: 'rg' };
    new AlertContact('contact', props);
  });
  expect(inputsOf(recording, 'monitor:ActionGroup')).toMatchObject({
    actionGroupName: 'ag',
    groupShortName: 'llmops',
    location: 'Global',
    enabled: true,
    emailReceivers: [{ emailAddress: 'team@example.com', useCommonAlertSchema: true }],
  });
});

test('tells webhooks in the common alert schema, and their URLs are secrets', async () => {
  const recording = await recordProgram(() => {
    const props = { actionGroupName: 'ag', shortName: 'llmops', email: 'team@example.com', resourceGroupName: 'rg' };
    new AlertContact('contact', { ...props, webhooks: { pagerduty: 'https://webhook.invalid/token' } });
  });
  const inputs = inputsOf(recording, 'monitor:ActionGroup');
  expect(inputs).toMatchObject({ webhookReceivers: [{ name: 'pagerduty', useCommonAlertSchema: true }] });
  expect(JSON.stringify(recording)).not.toContain('webhook.invalid');
});
