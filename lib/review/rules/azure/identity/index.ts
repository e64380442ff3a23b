import type { Rule } from '../../../rule';
import { federatedCredentialWide } from './federated-credential-wide';
import { roleAssignmentWide } from './role-assignment-wide';
import { roleDefinitionWide } from './role-definition-wide';

/** The rules of Azure about roles and identities, by file name. */
export const azureIdentityRules: readonly Rule[] = [federatedCredentialWide, roleAssignmentWide, roleDefinitionWide];
