import { redisKeys } from '../../../../../../lib/review/rules/azure/data/redis-keys';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(redisKeys, {
  type: 'Microsoft.Cache/redis',
  right: { properties: { disableAccessKeyAuthentication: true } },
  wrong: { 'properties.disableAccessKeyAuthentication': [false, undefined] },
});
