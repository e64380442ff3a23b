import { alertOff } from '../../../../../../lib/review/rules/azure/operations/alert-off';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(alertOff, {
  type: 'Microsoft.Insights/metricAlerts',
  right: { properties: { enabled: true } },
  wrong: { 'properties.enabled': [false] },
});

azureCases(alertOff, {
  type: 'Microsoft.Insights/scheduledQueryRules',
  right: { properties: { enabled: true } },
  wrong: { 'properties.enabled': [false] },
});

azureCases(alertOff, {
  type: 'Microsoft.Insights/activityLogAlerts',
  right: { properties: { enabled: true } },
  wrong: { 'properties.enabled': [false] },
});

azureCases(alertOff, {
  type: 'Microsoft.Insights/actionGroups',
  right: { properties: { enabled: true } },
  wrong: { 'properties.enabled': [false] },
});
