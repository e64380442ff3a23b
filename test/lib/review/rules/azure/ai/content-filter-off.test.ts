import { contentFilterOff } from '../../../../../../lib/review/rules/azure/ai/content-filter-off';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(contentFilterOff, {
  type: 'Microsoft.CognitiveServices/accounts/raiPolicies',
  right: { properties: { contentFilters: [{ enabled: true, blocking: true }] } },
  wrong: { 'properties.contentFilters.0.enabled': [false], 'properties.contentFilters.0.blocking': [false] },
});
