import { cosmosKeys } from '../../../../../../lib/review/rules/azure/data/cosmos-keys';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(cosmosKeys, {
  type: 'Microsoft.DocumentDB/databaseAccounts',
  right: { properties: { disableLocalAuth: true } },
  wrong: { 'properties.disableLocalAuth': [false, undefined] },
});
