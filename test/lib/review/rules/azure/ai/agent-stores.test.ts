import { agentStores } from '../../../../../../lib/review/rules/azure/ai/agent-stores';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(agentStores, {
  type: 'Microsoft.CognitiveServices/accounts/projects/capabilityHosts',
  right: {
    properties: {
      threadStorageConnections: ['store'],
      storageConnections: ['store'],
      vectorStoreConnections: ['store'],
    },
  },
  wrong: {
    'properties.threadStorageConnections': [undefined, []],
    'properties.storageConnections': [undefined, []],
    'properties.vectorStoreConnections': [undefined, []],
  },
});
