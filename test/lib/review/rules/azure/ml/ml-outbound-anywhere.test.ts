import { mlOutboundAnywhere } from '../../../../../../lib/review/rules/azure/ml/ml-outbound-anywhere';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(mlOutboundAnywhere, {
  type: 'Microsoft.MachineLearningServices/workspaces/outboundRules',
  right: { properties: { destination: 'packages.example.com' } },
  wrong: { 'properties.destination': ['*', '*.*', '*.com'] },
});
