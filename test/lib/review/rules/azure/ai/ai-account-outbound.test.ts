import { aiAccountOutbound } from '../../../../../../lib/review/rules/azure/ai/ai-account-outbound';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(aiAccountOutbound, {
  type: 'Microsoft.CognitiveServices/accounts',
  right: { properties: { restrictOutboundNetworkAccess: true } },
  wrong: { 'properties.restrictOutboundNetworkAccess': [false, undefined] },
});
