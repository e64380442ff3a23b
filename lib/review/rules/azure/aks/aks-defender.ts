import { azureRule } from '../../../azure/azure-rule';

/** Set securityProfile.defender.securityMonitoring.enabled to true: an attack in a container is not noticed. */
export const aksDefender = azureRule(
  {
    code: 'AksDefender',
    family: 'azure',
    pack: 'regulated',
    safeguard: 'vulnerability',
    rationale: 'An attack in a container is not noticed.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Kubernetes/ASC_Azure_Defender_AKS_SecurityProfile_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.ContainerService/managedClusters'],
      path: 'properties.securityProfile.defender.securityMonitoring.enabled',
      must: { is: [true] },
    },
  ],
);
