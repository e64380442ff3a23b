import { settledPlan } from '../../helpers/azure-plan-fixture';
import { recordStage } from '../../helpers/azure-platform';
import { ofType, onlyOfType, waitsFor } from '../../helpers/azure-recording';
import type { Case } from '../case';

export const rolesBeforeTheirUse: Case = {
  id: 'azure-A20',
  fault: 'roles are used in the second in which they are assigned',
  expected: 'what uses a role is deployed after its assignment: in a later stage, or after it in the same one',
  check: async () => {
    // The rule to Azure Monitor makes a private endpoint, which the workspace approves.
    const experimentation = await recordStage(settledPlan('prod'), 'experimentation');
    const rule = onlyOfType(experimentation, 'azure-native:machinelearningservices:ManagedNetworkSettingsRule');
    const approver = ofType(experimentation, 'azure-native:authorization:RoleAssignment').find(({ name }) =>
      name.includes('connection-approver'),
    );
    expect(approver !== undefined && waitsFor(experimentation, rule, approver)).toBe(true);
    // Containers start in the last stage, and every role of their identity is assigned before it.
    const deployment = await recordStage(settledPlan('prod'), 'deployment');
    const roles = ofType(deployment, 'azure-native:authorization:RoleAssignment').map(({ inputs }) =>
      String(inputs['principalId']),
    );
    expect(roles.filter((principal) => principal.includes('runtime'))).toEqual([]);
  },
};
