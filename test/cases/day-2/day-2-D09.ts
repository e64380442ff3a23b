import { recordEnvironment } from '../../helpers/azure-platform';
import { onlyOfType } from '../../helpers/azure-recording';
import type { Case } from '../case';

export const outboundRulesOnTheNextDay: Case = {
  id: 'day-2-D09',
  fault: 'the service fills managedNetwork.outboundRules, and the next update would write the workspace without them',
  expected: 'the workspace ignores the rules of its managed network, which are resources of their own',
  check: async () => {
    const recording = await recordEnvironment();
    const workspace = onlyOfType(recording, 'azure-native:machinelearningservices:Workspace');
    expect(workspace.ignoreChanges).toContain('managedNetwork.outboundRules');
  },
};
