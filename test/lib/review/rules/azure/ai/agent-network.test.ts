import { agentNetwork } from '../../../../../../lib/review/rules/azure/ai/agent-network';
import { azureCases } from '../../../../../helpers/azure-cases';

azureCases(agentNetwork, {
  type: 'Microsoft.CognitiveServices/accounts',
  right: {
    properties: {
      allowProjectManagement: true,
      networkInjections: [{ scenario: 'agent', useMicrosoftManagedNetwork: false }],
    },
  },
  wrong: {
    'properties.networkInjections': [undefined, []],
    'properties.networkInjections.0.useMicrosoftManagedNetwork': [true],
  },
});
