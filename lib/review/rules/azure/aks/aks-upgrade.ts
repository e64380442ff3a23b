import { azureRule } from '../../../azure/azure-rule';

/** Set autoUpgradeProfile with upgradeChannel patch and nodeOSUpgradeChannel NodeImage: known vulnerabilities stay open. */
export const aksUpgrade = azureRule(
  {
    code: 'AksUpgrade',
    family: 'azure',
    pack: 'production',
    safeguard: 'vulnerability',
    rationale: 'Known vulnerabilities stay open.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Kubernetes/AKS_Autoupgrade_Cluster_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.ContainerService/managedClusters'],
      path: 'properties.autoUpgradeProfile.upgradeChannel',
      must: { isNot: ['none'] },
      mayBeAbsent: false,
    },
    {
      types: ['Microsoft.ContainerService/managedClusters'],
      path: 'properties.autoUpgradeProfile.nodeOSUpgradeChannel',
      must: { isNot: ['None', 'Unmanaged'] },
      mayBeAbsent: false,
    },
  ],
);
