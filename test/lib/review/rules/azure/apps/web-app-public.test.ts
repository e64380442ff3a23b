import { webAppPublic } from '../../../../../../lib/review/rules/azure/apps/web-app-public';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(webAppPublic, {
  type: 'Microsoft.Web/sites',
  right: { properties: { publicNetworkAccess: 'Disabled' } },
  wrong: { 'properties.publicNetworkAccess': ['Enabled', undefined] },
});
