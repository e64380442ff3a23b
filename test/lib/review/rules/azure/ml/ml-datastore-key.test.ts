import { mlDatastoreKey } from '../../../../../../lib/review/rules/azure/ml/ml-datastore-key';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(mlDatastoreKey, {
  type: 'Microsoft.MachineLearningServices/workspaces/datastores',
  right: { properties: { credentials: { credentialsType: 'None' } } },
  wrong: { 'properties.credentials.credentialsType': ['AccountKey', 'Sas'] },
});
