import { apiGatewayPlain } from '../../../../../../lib/review/rules/azure/apps/api-gateway-plain';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(apiGatewayPlain, {
  type: 'Microsoft.ApiManagement/service/apis',
  right: { properties: { protocols: ['https'] } },
  wrong: { 'properties.protocols.0': ['http', 'ws'] },
});

azureCases(apiGatewayPlain, {
  type: 'Microsoft.ApiManagement/service/backends',
  right: { properties: { tls: { validateCertificateChain: true, validateCertificateName: true } } },
  wrong: { 'properties.tls.validateCertificateChain': [false], 'properties.tls.validateCertificateName': [false] },
});
