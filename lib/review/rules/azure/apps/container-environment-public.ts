import { azureRule } from '../../../azure/azure-rule';

/** Set vnetConfiguration with internal true and infrastructureSubnetId, and publicNetworkAccess to Disabled: every app in it can be opened to the internet. */
export const containerEnvironmentPublic = azureRule(
  {
    code: 'ContainerEnvironmentPublic',
    family: 'azure',
    pack: 'production',
    safeguard: 'boundary',
    rationale: 'Every app in it can be opened to the internet.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Container%20Apps/EnvironmentInternal_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.App/managedEnvironments'],
      path: 'properties.vnetConfiguration.internal',
      must: { is: [true] },
    },
    {
      types: ['Microsoft.App/managedEnvironments'],
      path: 'properties.vnetConfiguration.infrastructureSubnetId',
      must: { set: true },
    },
    {
      types: ['Microsoft.App/managedEnvironments'],
      path: 'properties.publicNetworkAccess',
      must: { isNot: ['Enabled'] },
    },
  ],
);
