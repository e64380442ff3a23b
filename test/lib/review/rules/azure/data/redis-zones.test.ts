import { redisZones } from '../../../../../../lib/review/rules/azure/data/redis-zones';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(redisZones, {
  type: 'Microsoft.Cache/redis',
  right: { zones: ['1', '2'] },
  wrong: { zones: [['1'], undefined] },
});
