import { createHash } from 'node:crypto';
import { RoleAssignment } from '@pulumi/azure-native/authorization';
import type { ComponentResource, Input } from '@pulumi/pulumi';
import type { RoleName } from './role-definitions';
import { roleDefinitions } from './role-definitions';

/** A managed identity that can be given a role. */
export interface Principal {
  /** Name of the identity, unique in its subscription. */
  readonly principalName: string;
  readonly principalId: Input<string>;
}

export interface GrantProps {
  readonly role: RoleName;
  readonly principal: Principal;
  /** Resource id the role is valid for, and below. */
  readonly scope: Input<string>;
  /** The same scope as text that is known before deployment, for example `Microsoft.Storage/storageAccounts/stdev`. */
  readonly scopeName: string;
  readonly subscription: string;
}

/** Gives a managed identity one role on one resource. `name` tells the assignments of one component apart. */
export function grantRole(name: string, props: GrantProps, parent: ComponentResource): RoleAssignment {
  const { role, principal, scope, scopeName, subscription } = props;
  const definition = roleDefinitions[role];
  return new RoleAssignment(
    `${name}-${kebab(role)}`,
    {
      roleAssignmentName: assignmentName([subscription, scopeName, principal.principalName, definition]),
      principalId: principal.principalId,
      // Without the type Azure looks the principal up in a directory replica that may not know it yet.
      principalType: 'ServicePrincipal',
      roleDefinitionId: `/subscriptions/${subscription}/providers/Microsoft.Authorization/roleDefinitions/${definition}`,
      scope,
    },
    { parent },
  );
}

/**
 * Name of a role assignment: a UUID that follows from what it says, so that every run asks for the same assignment.
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
