import { azureRule } from '../../../azure/azure-rule';

/** Set scale.minReplicas to at least 2: the loss of a replica stops the app. */
export const containerAppReplicas = azureRule(
  {
    code: 'ContainerAppReplicas',
    family: 'azure',
    pack: 'production',
    safeguard: 'availability',
    rationale: 'The loss of a replica stops the app.',
    source: {
      url: 'https://github.com/Azure/PSRule.Rules.Azure/blob/main/docs/en/rules/Azure.ContainerApp.MinReplicas.md',
      asOf: '2026-12-01',
    },
  },
  [{ types: ['Microsoft.App/containerApps'], path: 'properties.template.scale.minReplicas', must: { atLeast: 2 } }],
);
