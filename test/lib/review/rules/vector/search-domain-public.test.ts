import { searchDomainPublic } from '../../../../../lib/review/rules/vector/search-domain-public';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(searchDomainPublic, {
  type: 'AWS::OpenSearchService::Domain',
  right: { VPCOptions: { SubnetIds: ['s1', 's2'] } },
  wrong: { 'VPCOptions.SubnetIds': [undefined] },
});
