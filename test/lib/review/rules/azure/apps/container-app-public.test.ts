import { containerAppPublic } from '../../../../../../lib/review/rules/azure/apps/container-app-public';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(containerAppPublic, {
  type: 'Microsoft.App/containerApps',
  right: { properties: { configuration: { ingress: { external: false } } } },
  wrong: { 'properties.configuration.ingress.external': [true] },
});
