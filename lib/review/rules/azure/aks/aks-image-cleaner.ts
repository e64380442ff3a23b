import { azureRule } from '../../../azure/azure-rule';

/** Set securityProfile.imageCleaner.enabled to true: a vulnerable image can be started without being pulled. */
export const aksImageCleaner = azureRule(
  {
    code: 'AksImageCleaner',
    family: 'azure',
    pack: 'regulated',
    safeguard: 'vulnerability',
    rationale: 'A vulnerable image can be started without being pulled.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Kubernetes/AKS_ImageCleaner_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.ContainerService/managedClusters'],
      path: 'properties.securityProfile.imageCleaner.enabled',
      must: { is: [true] },
    },
  ],
);
