import { recordEnvironment } from '../../helpers/azure-platform';
import type { Case } from '../case';

/** Types with which somebody outside gets into a network. */
const waysIn = /VirtualNetworkGateway|VpnGateway|BastionHost|VirtualNetworkPeering|P2sVpnGateway/;

export const wayIntoTheNetwork: Case = {
  id: 'azure-A06',
  fault: 'there is no way into the network for those who put weights, images and indexes there',
  expected: 'a gateway, a peering or a runner inside the network',
  open: {
    why: 'the way in belongs to the network of an organisation: an existing network and a peering with a hub can be given, and the reference platform has neither',
    stillOpen: async () => !(await recordEnvironment()).registrations.some(({ type }) => waysIn.test(type)),
  },
};
