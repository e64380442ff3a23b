import { gatewayZones } from '../../../../../../lib/review/rules/azure/network/gateway-zones';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(gatewayZones, {
  type: 'Microsoft.Network/applicationGateways',
  right: { zones: ['1', '2'], properties: { autoscaleConfiguration: { minCapacity: 2 } } },
  wrong: { zones: [['1'], undefined], 'properties.autoscaleConfiguration.minCapacity': [0] },
});
