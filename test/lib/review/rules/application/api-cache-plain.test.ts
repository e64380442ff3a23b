import { apiCachePlain } from '../../../../../lib/review/rules/application/api-cache-plain';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(apiCachePlain, {
  type: 'AWS::ApiGateway::Stage',
  right: { CacheClusterEnabled: true, MethodSettings: [{ HttpMethod: '*', CacheDataEncrypted: true }] },
  wrong: { 'MethodSettings.0.CacheDataEncrypted': [false, undefined] },
});
