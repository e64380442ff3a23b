import { searchDomainUpdates } from '../../../../../lib/review/rules/vector/search-domain-updates';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(searchDomainUpdates, {
  type: 'AWS::OpenSearchService::Domain',
  right: { SoftwareUpdateOptions: { AutoSoftwareUpdateEnabled: true } },
  wrong: { 'SoftwareUpdateOptions.AutoSoftwareUpdateEnabled': [false, undefined] },
});
