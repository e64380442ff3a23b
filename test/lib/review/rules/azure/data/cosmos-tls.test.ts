import { cosmosTls } from '../../../../../../lib/review/rules/azure/data/cosmos-tls';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(cosmosTls, {
  type: 'Microsoft.DocumentDB/databaseAccounts',
  right: { properties: { minimalTlsVersion: 'Tls12' } },
  wrong: { 'properties.minimalTlsVersion': ['Tls', 'Tls11'] },
});
