import { appIdentity } from '../../../../../../lib/review/rules/azure/apps/app-identity';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(appIdentity, {
  type: 'Microsoft.App/containerApps',
  right: { identity: { type: 'SystemAssigned' } },
  wrong: { 'identity.type': ['None', undefined] },
});

azureCases(appIdentity, {
  type: 'Microsoft.Web/sites',
  right: { identity: { type: 'SystemAssigned' } },
  wrong: { 'identity.type': ['None', undefined] },
});

azureCases(appIdentity, {
  type: 'Microsoft.ApiManagement/service',
  right: { identity: { type: 'SystemAssigned' } },
  wrong: { 'identity.type': ['None', undefined] },
});
