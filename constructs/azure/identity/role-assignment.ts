import { RoleAssignment } from '@pulumi/azure-native/authorization';
import type { ComponentResource, Input } from '@pulumi/pulumi';
import type { RoleName } from './role-definitions';
import { roleDefinitions } from './role-definitions';
import { uuidOf } from './uuid';

/** A managed identity that can be given a role. */
export interface Principal {
  /** Name of the identity, unique in its subscription. */
  readonly principalName: string;
  /** Object id of the identity's service principal (UUID). */
  readonly principalId: Input<string>;
}

/** A resource on which roles are assigned. */
export interface GrantTarget {
  /** Resource id. The role is valid for this resource and everything below it. */
  readonly scope: Input<string>;
  /** The same scope as text that is known before deployment, for example `Microsoft.Storage/storageAccounts/stdev`. */
  readonly scopeName: string;
  /** Subscription id (UUID). */
  readonly subscription: string;
  /** Component that becomes the parent of the assignments. */
  readonly component: ComponentResource;
}

/** A role that is not one of the built-in ones. */
export interface Role {
  /** Name of the role, for the logical name of its assignments. */
  readonly label: string;
  /** Id of its definition (UUID). */
  readonly definition: string;
}

/**
 * Assigns one role on one resource to a managed identity.
 *
 * An assignment can take up to an hour to reach every service (Microsoft Learn, "Manage access to Azure Machine Learning
 * workspaces", read 2026-11-30), so a resource that uses the role should wait for the assignment and may still have to try
 * again.
 *
 * @param name - prefix of the logical name, unique in the stack for this role
 * @returns the assignment, for resources that must wait for it
 */
export function grantRole(
  name: string,
  role: RoleName | Role,
  principal: Principal,
  target: GrantTarget,
): RoleAssignment {
  const { scope, scopeName, subscription, component } = target;
  const { label, definition } = typeof role === 'string' ? { label: role, definition: roleDefinitions[role] } : role;
  return new RoleAssignment(
    `${name}-${kebab(label)}`,
    {
      roleAssignmentName: uuidOf([subscription, scopeName, principal.principalName, definition]),
      principalId: principal.principalId,
      // Without the type Azure looks up the principal in a directory replica, where it may be missing at first.
      principalType: 'ServicePrincipal',
      roleDefinitionId: `/subscriptions/${subscription}/providers/Microsoft.Authorization/roleDefinitions/${definition}`,
      scope,
    },
    { parent: component },
  );
}

function kebab(label: string): string {
  return label
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/-$/, '');
}
