import { networkRulesOpen } from '../../../../../../lib/review/rules/azure/data/network-rules-open';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(networkRulesOpen, {
  type: 'Microsoft.CognitiveServices/accounts',
  right: { properties: { networkAcls: { defaultAction: 'Deny' } } },
  wrong: { 'properties.networkAcls.defaultAction': ['Allow'] },
});

azureCases(networkRulesOpen, {
  type: 'Microsoft.KeyVault/vaults',
  right: { properties: { networkAcls: { defaultAction: 'Deny' } } },
  wrong: { 'properties.networkAcls.defaultAction': ['Allow'] },
});

azureCases(networkRulesOpen, {
  type: 'Microsoft.Storage/storageAccounts',
  right: { properties: { networkAcls: { defaultAction: 'Deny' } } },
  wrong: { 'properties.networkAcls.defaultAction': ['Allow'] },
});

azureCases(networkRulesOpen, {
  type: 'Microsoft.ContainerRegistry/registries',
  right: { properties: { networkRuleSet: { defaultAction: 'Deny' } } },
  wrong: { 'properties.networkRuleSet.defaultAction': ['Allow'] },
});
