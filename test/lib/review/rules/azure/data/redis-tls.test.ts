import { redisTls } from '../../../../../../lib/review/rules/azure/data/redis-tls';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(redisTls, {
  type: 'Microsoft.Cache/redis',
  right: { properties: { enableNonSslPort: false, minimumTlsVersion: '1.2' } },
  wrong: { 'properties.enableNonSslPort': [true], 'properties.minimumTlsVersion': ['1.0', undefined] },
});
