import { apiTls } from '../../../../../lib/review/rules/application/api-tls';
import { ruleCases } from '../../../../helpers/rule-cases';

ruleCases(apiTls, {
  type: 'AWS::ApiGateway::DomainName',
  right: { SecurityPolicy: 'TLS_1_2' },
  wrong: { SecurityPolicy: ['TLS_1_0'] },
});

ruleCases(apiTls, {
  type: 'AWS::ApiGatewayV2::DomainName',
  right: { DomainNameConfigurations: [{ SecurityPolicy: 'TLS_1_2' }] },
  wrong: { 'DomainNameConfigurations.0.SecurityPolicy': ['TLS_1_0'] },
});
