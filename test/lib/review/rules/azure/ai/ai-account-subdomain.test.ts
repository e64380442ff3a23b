import { aiAccountSubdomain } from '../../../../../../lib/review/rules/azure/ai/ai-account-subdomain';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(aiAccountSubdomain, {
  type: 'Microsoft.CognitiveServices/accounts',
  right: { properties: { customSubDomainName: 'assistant' } },
  wrong: { 'properties.customSubDomainName': [undefined] },
});
