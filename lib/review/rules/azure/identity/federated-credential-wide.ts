import { azureTexts, nodeTypes } from '../../../azure/azure-value';
import { fixOf } from '../../../property-rule';
import type { Rule } from '../../../rule';

/** Name the subject in full, such as repo:owner/name:environment:prod, an https issuer, and the audience api://AzureADTokenExchange: a workflow of anybody takes the identity. */
export const federatedCredentialWide: Rule = {
  code: 'FederatedCredentialWide',
  family: 'azure',
  pack: 'baseline',
  safeguard: 'authentication',
  rationale: 'A workflow of anybody takes the identity.',
  source: { url: 'https://www.npmjs.com/package/@pulumi/azure-native/v/3.28.0', asOf: '2026-12-01' },
  types: nodeTypes(['Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials']),
  check(node) {
    const subjects = azureTexts(node, 'properties.subject').filter(
      ({ value }) => /[*?]/.test(value) || /^repo:[^:]+:pull_request$/.test(value) || /^repo:[^:]+$/.test(value),
    );
    const issuers = azureTexts(node, 'properties.issuer').filter(({ value }) => !value.startsWith('https://'));
    const audiences = azureTexts(node, 'properties.audiences.*').filter(
      ({ value }) => !value.startsWith('api://AzureADTokenExchange'),
    );
    return [...subjects, ...issuers, ...audiences].map(({ path, value }) => ({
      path,
      message: `trusts ${value}`,
      fix: fixOf('FederatedCredentialWide'),
    }));
  },
};
