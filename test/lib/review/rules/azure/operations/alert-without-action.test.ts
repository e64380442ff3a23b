import { alertWithoutAction } from '../../../../../../lib/review/rules/azure/operations/alert-without-action';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(alertWithoutAction, {
  type: 'Microsoft.Insights/metricAlerts',
  right: { properties: { actions: [{ actionGroupId: 'a' }] } },
  wrong: { 'properties.actions': [[], undefined] },
});

azureCases(alertWithoutAction, {
  type: 'Microsoft.Insights/scheduledQueryRules',
  right: { properties: { actions: { actionGroups: ['a'] } } },
  wrong: { 'properties.actions.actionGroups': [[], undefined] },
});

azureCases(alertWithoutAction, {
  type: 'Microsoft.Insights/activityLogAlerts',
  right: { properties: { actions: { actionGroups: ['a'] } } },
  wrong: { 'properties.actions.actionGroups': [[], undefined] },
});
