import type { RoleAssignment } from '@pulumi/azure-native/authorization';
import { BlobContainer as Container } from '@pulumi/azure-native/storage';
import type { ComponentResourceOptions, Input, Output } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { GrantTarget, Principal } from '../identity/role-assignment';
import { grantRole } from '../identity/role-assignment';
import type { Imported } from '../landing-zone/imported-resource';
import { importResource } from '../landing-zone/imported-resource';
import type { LandingZone } from '../landing-zone/landing-zone';
import { dataOptions } from '../retention/data-retention';

/** Props of a {@link BlobContainer}. */
export interface BlobContainerProps {
  readonly containerName: string;
  /** Storage account of the container: its name as text that is known before deployment, and as an input. */
  readonly account: { readonly name: string; readonly accountName: Input<string> };
  readonly landingZone: LandingZone;
}

/**
 * A container in a storage account, for example for evaluation reports.
 *
 * Creates the container without anonymous access: reading and writing need a role.
 */
export class BlobContainer extends ComponentResource {
  /** One that another program or team made, by its resource id. @throws CodedError `InvalidProps` */
  static fromContainerId(
    name: string,
    containerId: string,
    opts?: ComponentResourceOptions,
  ): Omit<Imported<BlobContainerGrants>, 'metrics'> {
    const type = 'Microsoft.Storage/storageAccounts/blobServices/containers';
    const grantsOf = (target: GrantTarget): BlobContainerGrants => new BlobContainerGrants(target);
    return importResource(name, { type, id: containerId, grantsOf }, opts);
  }

  /** Resource id. */
  readonly containerId: Output<string>;
  readonly grants: BlobContainerGrants;

  constructor(name: string, props: BlobContainerProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:BlobContainer', name, {}, opts);
    const { account, containerName, landingZone } = props;
    const container = new Container(
      `${name}-container`,
      {
        containerName,
        accountName: account.accountName,
        resourceGroupName: landingZone.resourceGroupName,
        publicAccess: 'None',
      },
      { parent: this, ...dataOptions(landingZone.dataRetention) },
    );
    this.containerId = container.id;
    this.grants = new BlobContainerGrants({
      scope: container.id,
      scopeName: `Microsoft.Storage/storageAccounts/${account.name}/blobServices/default/containers/${containerName}`,
      subscription: landingZone.subscription,
      component: this,
    });
    this.registerOutputs({});
  }
}

/** Roles that identities can get on a blob container. */
export class BlobContainerGrants {
  constructor(private readonly target: GrantTarget) {}

  /** Read the blobs of this container and no other. */
  read(name: string, principal: Principal): RoleAssignment {
    return grantRole(name, 'Storage Blob Data Reader', principal, this.target);
  }

  /** Read and write the blobs of this container and no other. */
  readWrite(name: string, principal: Principal): RoleAssignment {
    return grantRole(name, 'Storage Blob Data Contributor', principal, this.target);
  }
}
