import { cosmosKey } from '../../../../../../lib/review/rules/azure/data/cosmos-key';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(cosmosKey, {
  type: 'Microsoft.DocumentDB/databaseAccounts',
  right: { properties: { keyVaultKeyUri: 'https://a.vault.azure.net/keys/b' } },
  wrong: { 'properties.keyVaultKeyUri': [undefined] },
});
