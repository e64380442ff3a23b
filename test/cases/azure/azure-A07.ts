import { recordEnvironment } from '../../helpers/azure-platform';
import { onlyOfType, referringTo } from '../../helpers/azure-recording';
import { at } from '../../helpers/json-path';
import type { Case } from '../case';

export const storesOfTheRegistry: Case = {
  id: 'azure-A07',
  fault: "the registry's own storage and container registry need private endpoints and outbound rules",
  expected: 'a private endpoint for each of the three, in the network of the environment',
  open: {
    why: 'the service makes both under a name with a random part and says it only after the creation; the resource group is managed by the service',
    stillOpen: async () => {
      const recording = await recordEnvironment();
      const registry = onlyOfType(recording, 'azure-native:machinelearningservices:Registry');
      const groups = referringTo(recording, registry.urn)
        .filter(({ type }) => type === 'azure-native:network:PrivateEndpoint')
        .map(({ inputs }) => at(inputs, 'privateLinkServiceConnections', 0, 'groupIds', 0));
      return groups.join() === 'amlregistry';
    },
  },
};
