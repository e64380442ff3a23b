import { appPlanSingle } from '../../../../../../lib/review/rules/azure/apps/app-plan-single';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(appPlanSingle, {
  type: 'Microsoft.Web/serverfarms',
  right: { properties: { zoneRedundant: true }, sku: { capacity: 2 } },
  wrong: { 'properties.zoneRedundant': [false, undefined], 'sku.capacity': [1] },
});
