import { UserAssignedIdentity } from '@pulumi/azure-native/managedidentity';
import type { ComponentResourceOptions, Input, Output } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { Principal } from './role-assignment';

/** Props of a {@link WorkloadIdentity}. */
export interface WorkloadIdentityProps {
  /** Name of the identity, unique in its resource group. */
  readonly resourceName: string;
  readonly resourceGroupName: Input<string>;
  /** Azure region. */
  readonly location: string;
}

/**
 * The identity that applications and endpoints run as.
 *
 * Creates a user-assigned managed identity. It has no credential, and no role until a resource grants one. It is free.
 */
export class WorkloadIdentity extends ComponentResource implements Principal {
  readonly principalName: string;
  readonly principalId: Output<string>;
  /** Client id (UUID) that an application signs in with. */
  readonly clientId: Output<string>;
  /** Resource id. */
  readonly identityId: Output<string>;

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
    this.registerOutputs({});
  }
}
