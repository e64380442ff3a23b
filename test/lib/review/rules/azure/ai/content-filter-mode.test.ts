import { contentFilterMode } from '../../../../../../lib/review/rules/azure/ai/content-filter-mode';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(contentFilterMode, {
  type: 'Microsoft.CognitiveServices/accounts/raiPolicies',
  right: { properties: { mode: 'Blocking' } },
  wrong: { 'properties.mode': ['Asynchronous_filter', 'Deferred'] },
});
