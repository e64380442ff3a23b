import { webAppInnerTls } from '../../../../../../lib/review/rules/azure/apps/web-app-inner-tls';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(webAppInnerTls, {
  type: 'Microsoft.Web/sites',
  right: { properties: { endToEndEncryptionEnabled: true } },
  wrong: { 'properties.endToEndEncryptionEnabled': [false, undefined] },
});
