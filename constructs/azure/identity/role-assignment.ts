import { createHash } from 'node:crypto';
import { RoleAssignment } from '@pulumi/azure-native/authorization';
import type { ComponentResource, Input } from '@pulumi/pulumi';
import type { RoleName } from './role-definitions';
import { roleDefinitions } from './role-definitions';

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

/**
 * Assigns one role on one resource to a managed identity.
 *
 * @param name - prefix of the logical name, unique in the stack for this role
 * @returns the assignment, for resources that must wait for it
 */
export function grantRole(name: string, role: RoleName, principal: Principal, target: GrantTarget): RoleAssignment {
  const { scope, scopeName, subscription, component } = target;
  const definition = roleDefinitions[role];
  return new RoleAssignment(
    `${name}-${kebab(role)}`,
    {
      roleAssignmentName: assignmentName([subscription, scopeName, principal.principalName, definition]),
      principalId: principal.principalId,
      // Without the type Azure looks up the principal in a directory replica, where it may be missing at first.
      principalType: 'ServicePrincipal',
      roleDefinitionId: `/subscriptions/${subscription}/providers/Microsoft.Authorization/roleDefinitions/${definition}`,
      scope,
    },
    { parent: component },
  );
}

/**
 * Name of a role assignment: a UUID derived from its content, so that every run names the same assignment.
 *
 * Version 8 of RFC 9562, filled with SHA-256.
 */
export function assignmentName(parts: readonly string[]): string {
  const digest = createHash('sha256').update(parts.join('\n')).digest('hex');
  const variant = ((parseInt(digest.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  const groups = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `${variant}${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ];
  return groups.join('-');
}

function kebab(role: RoleName): string {
  return role.toLowerCase().replaceAll(' ', '-');
}
