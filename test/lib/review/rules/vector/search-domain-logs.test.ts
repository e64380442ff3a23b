import { searchDomainLogs } from '../../../../../lib/review/rules/vector/search-domain-logs';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(searchDomainLogs, {
  type: 'AWS::OpenSearchService::Domain',
  right: { LogPublishingOptions: { AUDIT_LOGS: { Enabled: true }, ES_APPLICATION_LOGS: { Enabled: true } } },
  wrong: {
    'LogPublishingOptions.AUDIT_LOGS.Enabled': [false, undefined],
    'LogPublishingOptions.ES_APPLICATION_LOGS.Enabled': [false, undefined],
  },
});
