import { aiAccountKeys } from '../../../../../../lib/review/rules/azure/ai/ai-account-keys';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(aiAccountKeys, {
  type: 'Microsoft.CognitiveServices/accounts',
  right: { properties: { disableLocalAuth: true } },
  wrong: { 'properties.disableLocalAuth': [false, undefined] },
});
