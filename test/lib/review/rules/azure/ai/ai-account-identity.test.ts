import { aiAccountIdentity } from '../../../../../../lib/review/rules/azure/ai/ai-account-identity';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(aiAccountIdentity, {
  type: 'Microsoft.CognitiveServices/accounts',
  right: { identity: { type: 'SystemAssigned' } },
  wrong: { 'identity.type': ['None', undefined] },
});

azureCases(aiAccountIdentity, {
  type: 'Microsoft.CognitiveServices/accounts/projects',
  right: { identity: { type: 'SystemAssigned' } },
  wrong: { 'identity.type': ['None', undefined] },
});

azureCases(aiAccountIdentity, {
  type: 'Microsoft.Search/searchServices',
  right: { identity: { type: 'SystemAssigned' } },
  wrong: { 'identity.type': ['None', undefined] },
});
