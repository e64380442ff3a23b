import { webAppClientCertificate } from '../../../../../../lib/review/rules/azure/apps/web-app-client-certificate';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(webAppClientCertificate, {
  type: 'Microsoft.Web/sites',
  right: { properties: { clientCertEnabled: true } },
  wrong: { 'properties.clientCertEnabled': [false, undefined] },
});
