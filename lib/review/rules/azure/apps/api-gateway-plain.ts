import { azureRule } from '../../../azure/azure-rule';

/** Set protocols to ['https'], and leave validateCertificateChain and validateCertificateName true: prompts and keys cross the network in clear text. */
export const apiGatewayPlain = azureRule(
  {
    code: 'ApiGatewayPlain',
    family: 'azure',
    pack: 'baseline',
    safeguard: 'encryption-in-transit',
    rationale: 'Prompts and keys cross the network in clear text.',
    source: {
      url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/API%20Management/HTTPEnabled_AuditDeny.json',
      asOf: '2026-12-01',
    },
  },
  [
    {
      types: ['Microsoft.ApiManagement/service/apis'],
      path: 'properties.protocols.*',
      must: { isNot: ['http', 'ws'] },
    },
    {
      types: ['Microsoft.ApiManagement/service/backends'],
      path: 'properties.tls.validateCertificateChain',
      must: { isNot: [false] },
    },
    {
      types: ['Microsoft.ApiManagement/service/backends'],
      path: 'properties.tls.validateCertificateName',
      must: { isNot: [false] },
    },
  ],
);
