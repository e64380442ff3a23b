import { gatewayTls } from '../../../../../../lib/review/rules/azure/network/gateway-tls';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(gatewayTls, {
  type: 'Microsoft.Network/applicationGateways',
  right: {
    properties: {
      httpListeners: [{ properties: { protocol: 'Https' } }],
      sslPolicy: { policyName: 'AppGwSslPolicy20220101' },
    },
  },
  wrong: {
    'properties.httpListeners.0.properties.protocol': ['Http'],
    'properties.sslPolicy.policyName': ['AppGwSslPolicy20150501', 'AppGwSslPolicy20170401'],
  },
});
