import { azureRule } from '../../../azure/azure-rule';

/** Set disableLocalAccounts to true: who has the file is administrator, and no log says who that was. */
export const aksLocalAccounts = azureRule(
  {
    code: 'AksLocalAccounts',
    family: 'azure',
    pack: 'baseline',
    safeguard: 'authentication',
    rationale: 'Who has the file is administrator, and no log says who that was.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Kubernetes/AKS_DisableLocalAccounts_Deny.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.ContainerService/managedClusters'],
      path: 'properties.disableLocalAccounts',
      must: { is: [true] },
    },
  ],
);
