import { networkWithoutFlowLog } from '../../../../../../lib/review/rules/azure/network/network-without-flow-log';
import { azureFound } from '../../../../../helpers/azure-found';

const network = { type: 'Microsoft.Network/virtualNetworks', name: 'v', properties: {} };
const log = (name: string) => ({
  type: 'Microsoft.Network/networkWatchers/flowLogs',
  name: 'w/f',
  properties: { targetResourceId: `[resourceId('Microsoft.Network/virtualNetworks', '${name}')]` },
});

test('a network without a flow log is found, and one with it is not', () => {
  expect(azureFound(networkWithoutFlowLog, [network])).toEqual(['Microsoft.Network/virtualNetworks/v']);
  expect(azureFound(networkWithoutFlowLog, [network, log('v')])).toEqual([]);
  expect(azureFound(networkWithoutFlowLog, [network, log('other')])).toHaveLength(1);
});
