import { redisSku } from '../../../../../../lib/review/rules/azure/data/redis-sku';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(redisSku, {
  type: 'Microsoft.Cache/redis',
  right: { properties: { sku: { name: 'Premium' } } },
  wrong: { 'properties.sku.name': ['Basic'] },
});
