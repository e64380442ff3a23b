import { webAppHealth } from '../../../../../../lib/review/rules/azure/apps/web-app-health';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(webAppHealth, {
  type: 'Microsoft.Web/sites',
  right: { properties: { siteConfig: { healthCheckPath: '/health' } } },
  wrong: { 'properties.siteConfig.healthCheckPath': [undefined] },
});
