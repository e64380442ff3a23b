import type { RoleAssignment } from '@pulumi/azure-native/authorization';
import { UserAssignedIdentity } from '@pulumi/azure-native/managedidentity';
import type { ComponentResourceOptions, Input, Output } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { GithubTrust } from './github-federation';
import { trustGithub } from './github-federation';
import type { GrantTarget, Principal } from './role-assignment';
import { grantRole } from './role-assignment';

/** Props of a {@link WorkloadIdentity}. */
export interface WorkloadIdentityProps {
  /** Name of the identity, unique in its resource group. */
  readonly resourceName: string;
  readonly resourceGroupName: Input<string>;
  /** Azure region. */
  readonly location: string;
  /** Subscription id (UUID). */
  readonly subscription: string;
  /** Jobs of GitHub Actions that act as the identity. @default - none */
  readonly github?: GithubTrust;
}

/**
 * The identity that one kind of work runs as: containers of endpoints, callers, release steps, CI.
 *
 * Creates a user-assigned managed identity, and the federated credentials of `github`. It has no secret, and no role until
 * a resource grants one. It is free.
 */
export class WorkloadIdentity extends ComponentResource implements Principal {
  readonly principalName: string;
  readonly principalId: Output<string>;
  /** Client id (UUID) that an application signs in with. */
  readonly clientId: Output<string>;
  /** Resource id. */
  readonly identityId: Output<string>;
  readonly grants: WorkloadIdentityGrants;

  constructor(name: string, props: WorkloadIdentityProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:WorkloadIdentity', name, {}, opts);
    const identity = new UserAssignedIdentity(
      `${name}-identity`,
      {
        resourceName: props.resourceName,
        resourceGroupName: props.resourceGroupName,
        location: props.location,
      },
      { parent: this },
    );
    this.principalName = props.resourceName;
    this.principalId = identity.principalId;
    this.clientId = identity.clientId;
    this.identityId = identity.id;
    if (props.github !== undefined) {
      trustGithub(
        name,
        props.github,
        { resourceName: identity.name, resourceGroupName: props.resourceGroupName },
        this,
      );
    }
    this.grants = new WorkloadIdentityGrants({
      scope: identity.id,
      scopeName: `Microsoft.ManagedIdentity/userAssignedIdentities/${props.resourceName}`,
      subscription: props.subscription,
      component: this,
    });
    this.registerOutputs({});
  }
}

/** Roles that other identities can get on an identity. */
export class WorkloadIdentityGrants {
  constructor(private readonly target: GrantTarget) {}

  /** Attach the identity to a resource, as a write of an endpoint does that runs as it. */
  assign(name: string, principal: Principal): RoleAssignment {
    return grantRole(name, 'Managed Identity Operator', principal, this.target);
  }
}
