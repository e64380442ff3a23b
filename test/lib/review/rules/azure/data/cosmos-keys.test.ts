import { cosmosKeys } from '../../../../../../lib/review/rules/azure/data/cosmos-keys';
import { azureCases } from '../../../../../helpers/azure-cases';
import { azureFound } from '../../../../../helpers/azure-found';

azureCases(cosmosKeys, {
  type: 'Microsoft.DocumentDB/databaseAccounts',
  right: { properties: { disableLocalAuth: true } },
  wrong: { 'properties.disableLocalAuth': [false, undefined] },
});

test.each([
  ['EnableServerless', 1],
  ['EnableMongo', 0],
  ['EnableCassandra', 0],
])('an account with the capability %s has %i findings', (name, findings) => {
  const type = 'Microsoft.DocumentDB/databaseAccounts';
  const account = { type, name: 'conversations', properties: { capabilities: [{ name }] } };
  expect(azureFound(cosmosKeys, [account])).toHaveLength(findings);
});
