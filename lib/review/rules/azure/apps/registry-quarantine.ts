import { azureRule } from '../../../azure/azure-rule';

/** Set policies.quarantinePolicy.status to enabled: a vulnerable image runs before anybody looked at it. */
export const registryQuarantine = azureRule(
  {
    code: 'RegistryQuarantine',
    family: 'azure',
    pack: 'regulated',
    safeguard: 'supply-chain',
    rationale: 'A vulnerable image runs before anybody looked at it.',
    source: {
      url: 'https://github.com/Azure/PSRule.Rules.Azure/blob/main/docs/en/rules/Azure.ACR.Quarantine.md',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.ContainerRegistry/registries'],
      path: 'properties.policies.quarantinePolicy.status',
      must: { is: ['enabled'] },
    },
  ],
);
