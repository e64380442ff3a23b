import { azurePath, azureValue, nodeTypes } from '../../../azure/azure-value';
import { fixOf } from '../../../property-rule';
import type { Rule } from '../../../rule';

/** Set keyVault.secretIdentifier: the secret is rotated in two places, or in none. */
export const apiSecretText: Rule = {
  code: 'ApiSecretText',
  family: 'azure',
  pack: 'production',
  safeguard: 'secrets',
  rationale: 'The secret is rotated in two places, or in none.',
  source: {
    url: 'https://github.com/Azure/azure-policy/blob/master/built-in-policies/policyDefinitions/API%20Management/NamedValueSecretsInKV_AuditDeny.json',
    asOf: '2026-12-01',
  },
  types: nodeTypes(['Microsoft.ApiManagement/service/namedValues']),
  check(node) {
    if (azureValue(node, 'properties.secret') !== true || azureValue(node, 'properties.keyVault') !== undefined)
      return [];
    return [
      { path: azurePath(node, 'properties.keyVault'), message: 'keyVault is not set', fix: fixOf('ApiSecretText') },
    ];
  },
};
