import { webAppShell } from '../../../../../../lib/review/rules/azure/apps/web-app-shell';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(webAppShell, {
  type: 'Microsoft.Web/sites',
  right: { properties: { sshEnabled: false } },
  wrong: { 'properties.sshEnabled': [true] },
});
