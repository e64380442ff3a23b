import { recordEnvironment } from '../../helpers/azure-platform';
import { onlyOfType } from '../../helpers/azure-recording';
import type { Case } from '../case';

export const rulesOfTheManagedNetwork: Case = {
  id: 'azure-F5',
  fault: 'after a refresh an update of the workspace is planned that would write its managed network without rules',
  expected: 'the workspace ignores the rules of its managed network, which are resources of their own',
  check: async () => {
    const recording = await recordEnvironment();
    const workspace = onlyOfType(recording, 'azure-native:machinelearningservices:Workspace');
    expect(workspace.ignoreChanges).toContain('managedNetwork.outboundRules');
  },
};
