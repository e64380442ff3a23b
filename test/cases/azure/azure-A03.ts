import { recordEnvironment } from '../../helpers/azure-platform';
import { onlyOfType } from '../../helpers/azure-recording';
import type { Case } from '../case';

export const managedNetworkProvisioned: Case = {
  id: 'azure-A03',
  fault: 'the managed network is never provisioned, and the first online deployment needs it',
  expected: 'the network is provisioned while the workspace is created',
  check: async () => {
    const recording = await recordEnvironment();
    const workspace = onlyOfType(recording, 'azure-native:machinelearningservices:Workspace');
    expect(workspace.inputs).toMatchObject({
      managedNetwork: { isolationMode: 'AllowOnlyApprovedOutbound' },
      provisionNetworkNow: true,
    });
  },
};
