import { aiAccountKey } from '../../../../../../lib/review/rules/azure/ai/ai-account-key';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(aiAccountKey, {
  type: 'Microsoft.CognitiveServices/accounts',
  right: { properties: { encryption: { keySource: 'Microsoft.KeyVault' } } },
  wrong: { 'properties.encryption.keySource': ['Microsoft.CognitiveServices', undefined] },
});
