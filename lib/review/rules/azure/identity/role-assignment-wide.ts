import { azureTexts, azureValue, isText, nodeTypes } from '../../../azure/azure-value';
import { fixOf } from '../../../property-rule';
import type { Rule } from '../../../rule';

/** Assign a role of the service, on the resource: whoever takes over the workload takes over everything in its scope. */
export const roleAssignmentWide: Rule = {
  code: 'RoleAssignmentWide',
  family: 'azure',
  pack: 'baseline',
  safeguard: 'least-privilege',
  rationale: 'Whoever takes over the workload takes over everything in its scope.',
  source: {
    url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/General/CustomSubscription_OwnerRole_Audit.json',
    asOf: '2026-12-01',
  },
  types: nodeTypes(['Microsoft.Authorization/roleAssignments']),
  check(node) {
    const [role] = azureTexts(node, 'properties.roleDefinitionId');
    const name =
      role === undefined ? undefined : wideRoles[role.value.slice(role.value.lastIndexOf('/') + 1).toLowerCase()];
    if (role === undefined || name === undefined) return [];
    const isWorkload = isText(azureValue(node, 'properties.principalType'), 'ServicePrincipal');
    const scope = azureValue(node, 'scope');
    const isWide =
      scope === undefined || (typeof scope === 'string' && !/\/resourceGroups\//i.test(scope) && !scope.includes('#'));
    if (!isWorkload && !isWide) return [];
    return [{ path: role.path, message: `is ${name}`, fix: fixOf('RoleAssignmentWide') }];
  },
};

/** Built-in roles that change everything or give rights. Source: learn.microsoft.com/azure/role-based-access-control/built-in-roles. */
const wideRoles: Readonly<Record<string, string>> = {
  '8e3af657-a8ff-443c-a75c-2fe8c4bcb635': 'Owner',
  'b24988ac-6180-42a0-ab88-20f7382dd24c': 'Contributor',
  '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9': 'User Access Administrator',
  'f58310d9-a9f6-439a-9e8d-f62e7b41a168': 'Role Based Access Control Administrator',
};
