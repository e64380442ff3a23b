import { azureRule } from '../../../azure/azure-rule';

/** Set ingress.allowInsecure to false: prompts and answers cross the network in clear text. */
export const containerAppPlain = azureRule(
  {
    code: 'ContainerAppPlain',
    family: 'azure',
    pack: 'baseline',
    safeguard: 'encryption-in-transit',
    rationale: 'Prompts and answers cross the network in clear text.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/Container%20Apps/EnableHTTPS_Audit.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.App/containerApps'],
      path: 'properties.configuration.ingress.allowInsecure',
      must: { isNot: [true] },
    },
  ],
);
