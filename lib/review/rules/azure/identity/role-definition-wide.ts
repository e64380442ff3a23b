import { azureTexts, nodeTypes } from '../../../azure/azure-value';
import { fixOf } from '../../../property-rule';
import type { Rule } from '../../../rule';

/** Name the actions, and the scopes in assignableScopes: whoever has the role has more than its name says. */
export const roleDefinitionWide: Rule = {
  code: 'RoleDefinitionWide',
  family: 'azure',
  pack: 'baseline',
  safeguard: 'least-privilege',
  rationale: 'Whoever has the role has more than its name says.',
  source: {
    url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/General/Subscription_AuditCustomRBACRoles_Audit.json',
    asOf: '2026-12-01',
  },
  types: nodeTypes(['Microsoft.Authorization/roleDefinitions']),
  check(node) {
    const actions = ['actions', 'dataActions']
      .flatMap((name) => azureTexts(node, `properties.permissions.*.${name}.*`))
      .filter(
        ({ value }) =>
          /^\*(?:\/.*)?$/.test(value) ||
          /^Microsoft\.Authorization\/(?:\*|roleAssignments\/(?:\*|write)$)/i.test(value),
      );
    const scopes = azureTexts(node, 'properties.assignableScopes.*').filter(({ value }) => value === '/');
    return [...actions, ...scopes].map(({ path, value }) => ({
      path,
      message: `${value} is wide`,
      fix: fixOf('RoleDefinitionWide'),
    }));
  },
};
