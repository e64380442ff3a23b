import { searchDomainZones } from '../../../../../lib/review/rules/vector/search-domain-zones';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(searchDomainZones, {
  type: 'AWS::OpenSearchService::Domain',
  right: { VPCOptions: { SubnetIds: ['subnet-1', 'subnet-2'] } },
  wrong: { 'VPCOptions.SubnetIds': [['subnet-1']] },
});
