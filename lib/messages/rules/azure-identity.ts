import type { Declarations } from '../declaration';

/** Findings of the rules of Azure in the folder `identity`. */
export const azureIdentityMessages = {
  FederatedCredentialWide: {
    title: 'Federated credential for more than one workload',
    meaning: 'A federated credential trusts a pattern, every pull request, an issuer without TLS, or another audience.',
    fix: 'Name the subject in full, such as repo:owner/name:environment:prod, an https issuer, and the audience api://AzureADTokenExchange.',
  },
  RoleAssignmentWide: {
    title: 'Wide role assignment',
    meaning:
      'A workload is Owner, Contributor, or may assign roles; or anybody is so for a whole subscription or more.',
    fix: 'Assign a role of the service, on the resource.',
  },
  RoleDefinitionWide: {
    title: 'Custom role with wildcards',
    meaning: 'A custom role allows every action, gives rights, or can be assigned everywhere.',
    fix: 'Name the actions, and the scopes in assignableScopes.',
  },
} as const satisfies Declarations;
