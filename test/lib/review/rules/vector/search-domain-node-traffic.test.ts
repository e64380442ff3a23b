import { searchDomainNodeTraffic } from '../../../../../lib/review/rules/vector/search-domain-node-traffic';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(searchDomainNodeTraffic, {
  type: 'AWS::OpenSearchService::Domain',
  right: { NodeToNodeEncryptionOptions: { Enabled: true } },
  wrong: { 'NodeToNodeEncryptionOptions.Enabled': [false, undefined] },
});
