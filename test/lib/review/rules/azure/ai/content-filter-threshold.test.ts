import { contentFilterThreshold } from '../../../../../../lib/review/rules/azure/ai/content-filter-threshold';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(contentFilterThreshold, {
  type: 'Microsoft.CognitiveServices/accounts/raiPolicies',
  right: { properties: { contentFilters: [{ severityThreshold: 'Medium' }] } },
  wrong: { 'properties.contentFilters.0.severityThreshold': ['High'] },
});
