import { azureRule } from '../../../azure/azure-rule';

/** Leave out publicIPAddress, and set enableIPForwarding to false: a machine can be reached from the internet. */
export const interfacePublic = azureRule(
  {
    code: 'InterfacePublic',
    family: 'azure',
    pack: 'production',
    safeguard: 'boundary',
    rationale: 'A machine can be reached from the internet.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Network/NetworkPublicIPNic_Deny.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.Network/networkInterfaces'],
      path: 'properties.ipConfigurations.*.properties.publicIPAddress',
      must: { absent: true },
    },
    { types: ['Microsoft.Network/networkInterfaces'], path: 'properties.enableIPForwarding', must: { isNot: [true] } },
  ],
);
