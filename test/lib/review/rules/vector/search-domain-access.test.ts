import { searchDomainAccess } from '../../../../../lib/review/rules/vector/search-domain-access';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(searchDomainAccess, {
  type: 'AWS::OpenSearchService::Domain',
  right: { AdvancedSecurityOptions: { Enabled: true, InternalUserDatabaseEnabled: false } },
  wrong: {
    'AdvancedSecurityOptions.Enabled': [false, undefined],
    'AdvancedSecurityOptions.InternalUserDatabaseEnabled': [true],
  },
});
