import { searchDomainNodes } from '../../../../../lib/review/rules/vector/search-domain-nodes';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(searchDomainNodes, {
  type: 'AWS::OpenSearchService::Domain',
  right: { ClusterConfig: { InstanceCount: 3, ZoneAwarenessEnabled: true } },
  wrong: { 'ClusterConfig.InstanceCount': [1, undefined], 'ClusterConfig.ZoneAwarenessEnabled': [false, undefined] },
});
