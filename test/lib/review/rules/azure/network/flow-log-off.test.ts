import { flowLogOff } from '../../../../../../lib/review/rules/azure/network/flow-log-off';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(flowLogOff, {
  type: 'Microsoft.Network/networkWatchers/flowLogs',
  right: {
    properties: {
      enabled: true,
      flowAnalyticsConfiguration: { networkWatcherFlowAnalyticsConfiguration: { enabled: true } },
    },
  },
  wrong: {
    'properties.enabled': [false],
    'properties.flowAnalyticsConfiguration.networkWatcherFlowAnalyticsConfiguration.enabled': [false],
  },
});
