import { webAppDebug } from '../../../../../../lib/review/rules/azure/apps/web-app-debug';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(webAppDebug, {
  type: 'Microsoft.Web/sites',
  right: { properties: { siteConfig: { remoteDebuggingEnabled: false } } },
  wrong: { 'properties.siteConfig.remoteDebuggingEnabled': [true] },
});
