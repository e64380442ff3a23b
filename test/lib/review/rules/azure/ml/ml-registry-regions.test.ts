import { mlRegistryRegions } from '../../../../../../lib/review/rules/azure/ml/ml-registry-regions';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(mlRegistryRegions, {
  type: 'Microsoft.MachineLearningServices/registries',
  right: { properties: { regionDetails: [{ location: 'swedencentral' }, { location: 'westeurope' }] } },
  wrong: { 'properties.regionDetails': [[{ location: 'swedencentral' }]] },
});
