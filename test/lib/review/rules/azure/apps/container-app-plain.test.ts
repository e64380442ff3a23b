import { containerAppPlain } from '../../../../../../lib/review/rules/azure/apps/container-app-plain';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(containerAppPlain, {
  type: 'Microsoft.App/containerApps',
  right: { properties: { configuration: { ingress: { allowInsecure: false } } } },
  wrong: { 'properties.configuration.ingress.allowInsecure': [true] },
});
