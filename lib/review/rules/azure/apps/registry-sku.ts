import { azureRule } from '../../../azure/azure-rule';

/** Use the sku Premium: images are pulled over public addresses. */
export const registrySku = azureRule(
  {
    code: 'RegistrySku',
    family: 'azure',
    pack: 'production',
    safeguard: 'boundary',
    rationale: 'Images are pulled over public addresses.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Container%20Registry/ACR_SkuSupportsPrivateEndpoints_AuditDeny.json',
      asOf: '2026-12-01',
    },
  },
  [{ types: ['Microsoft.ContainerRegistry/registries'], path: 'sku.name', must: { is: ['Premium'] } }],
);
