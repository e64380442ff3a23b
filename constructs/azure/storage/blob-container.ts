import { BlobContainer as Container } from '@pulumi/azure-native/storage';
import type { ComponentResourceOptions, Input, Output } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { Principal } from '../identity/role-assignment';
import { grantRole } from '../identity/role-assignment';
import type { LandingZone } from '../landing-zone/landing-zone';
import { dataOptions } from '../retention/data-retention';

export interface BlobContainerProps {
  readonly containerName: string;
  /** Storage account the container lies in. */
  readonly account: { readonly name: string; readonly accountName: Input<string> };
  readonly landingZone: LandingZone;
}

/** A container that nobody reads without a role, for example for evaluation reports. */
export class BlobContainer extends ComponentResource {
  readonly containerId: Output<string>;

  constructor(
    name: string,
    private readonly props: BlobContainerProps,
    opts?: ComponentResourceOptions,
  ) {
    super('llmops-kit:azure:BlobContainer', name, {}, opts);
    const container = new Container(
      `${name}-container`,
      {
        containerName: props.containerName,
        accountName: props.account.accountName,
        resourceGroupName: props.landingZone.resourceGroupName,
        publicAccess: 'None',
      },
      { parent: this, ...dataOptions(props.landingZone.dataRetention) },
    );
    this.containerId = container.id;
    this.registerOutputs({});
  }

  /** Lets a principal read and write the blobs of this container and no other. */
  grantReadWrite(name: string, principal: Principal): void {
    const { account, containerName, landingZone } = this.props;
    grantRole(
      name,
      {
        role: 'Storage Blob Data Contributor',
        principal,
        scope: this.containerId,
        scopeName: `Microsoft.Storage/storageAccounts/${account.name}/blobServices/default/containers/${containerName}`,
        subscription: landingZone.subscription,
      },
      this,
    );
  }
}
