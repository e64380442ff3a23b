import { flowLogOff } from '../../../../../../lib/review/rules/azure/network/flow-log-off';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(flowLogOff, {
  type: 'Microsoft.Network/networkWatchers/flowLogs',
  right: { properties: { enabled: true } },
  wrong: { 'properties.enabled': [false] },
});
