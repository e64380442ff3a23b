import { monitorScopeOpen } from '../../../../../../lib/review/rules/azure/operations/monitor-scope-open';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(monitorScopeOpen, {
  type: 'Microsoft.Insights/privateLinkScopes',
  right: { properties: { accessModeSettings: { ingestionAccessMode: 'PrivateOnly', queryAccessMode: 'PrivateOnly' } } },
  wrong: {
    'properties.accessModeSettings.ingestionAccessMode': ['Open'],
    'properties.accessModeSettings.queryAccessMode': ['Open'],
  },
});
