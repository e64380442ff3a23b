import { searchDomainTls } from '../../../../../lib/review/rules/vector/search-domain-tls';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(searchDomainTls, {
  type: 'AWS::OpenSearchService::Domain',
  right: { DomainEndpointOptions: { EnforceHTTPS: true, TLSSecurityPolicy: 'Policy-Min-TLS-1-2-PFS-2023-10' } },
  wrong: {
    'DomainEndpointOptions.EnforceHTTPS': [false, undefined],
    'DomainEndpointOptions.TLSSecurityPolicy': ['Policy-Min-TLS-1-0-2019-07', undefined],
  },
});
