import type { ResourceNode } from '../../../../graph';
import { azureNodes, azurePath, azureValue, nodeTypes } from '../../../azure/azure-value';
import type { Known } from '../../../known';
import { unknown } from '../../../known';
import { fixOf } from '../../../property-rule';
import type { Rule } from '../../../rule';

/** Name a policy of the account, or one of Microsoft such as Microsoft.DefaultV2: the deployment fails, or the model answers without the filter that was meant. */
export const modelDeploymentUnknownFilter: Rule = {
  code: 'ModelDeploymentUnknownFilter',
  family: 'azure',
  pack: 'baseline',
  safeguard: 'correctness',
  rationale: 'The deployment fails, or the model answers without the filter that was meant.',
  source: {
    url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Cognitive%20Services/AllowDeploymentCompletionControl_Audit.json',
    asOf: '2026-12-01',
  },
  types: nodeTypes(['Microsoft.CognitiveServices/accounts/deployments']),
  check(node, _context, graph) {
    const name = azureValue(node, 'properties.raiPolicyName');
    if (typeof name !== 'string' || name.startsWith('Microsoft.')) return [];
    const policies = azureNodes(graph, ['Microsoft.CognitiveServices/accounts/raiPolicies'], node);
    // Without a policy in the graph, those of the account are somewhere else.
    if (policies.length === 0 || policies.some((policy) => nameOf(policy) === name || nameOf(policy) === unknown))
      return [];
    const path = azurePath(node, 'properties.raiPolicyName');
    return [{ path, message: `no policy is named ${name}`, fix: fixOf('ModelDeploymentUnknownFilter') }];
  },
};

function nameOf(policy: ResourceNode): Known {
  const native = azureValue(policy, 'raiPolicyName');
  if (native !== undefined) return native;
  const name = azureValue(policy, 'name');
  return typeof name === 'string' ? name.slice(name.lastIndexOf('/') + 1) : name;
}
