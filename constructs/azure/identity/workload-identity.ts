import { UserAssignedIdentity } from '@pulumi/azure-native/managedidentity';
import type { ComponentResourceOptions, Input, Output } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { Principal } from './role-assignment';

export interface WorkloadIdentityProps {
  readonly resourceName: string;
  readonly resourceGroupName: Input<string>;
  readonly location: string;
}

/**
 * The identity applications and endpoints run as. It has no credential and no role of its own: each resource grants it
 * what its work needs.
 */
export class WorkloadIdentity extends ComponentResource implements Principal {
  readonly principalName: string;
  readonly principalId: Output<string>;
  readonly clientId: Output<string>;
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
