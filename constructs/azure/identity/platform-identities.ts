import type { ComponentResourceOptions, Input } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import { CustomRoles } from './custom-roles';
import type { GithubTrust } from './github-federation';
import { WorkloadIdentity } from './workload-identity';

/** Props of {@link PlatformIdentities}. The slice of a settled plan has the shape of `names` and `github`. */
export interface PlatformIdentitiesProps {
  /** Name of each identity, unique in its resource group. */
  readonly names: {
    readonly runtime: string;
    readonly caller: string;
    readonly release: string;
    /** @default - no identity for jobs of a pipeline */
    readonly ci?: string;
  };
  /** Jobs that act as the identities for CI and for releases. @default - nobody signs in as them from outside */
  readonly github?: GithubTrust;
  readonly resourceGroupName: Input<string>;
  /** The same name as text that is known before deployment. */
  readonly resourceGroup: string;
  /** Subscription id (UUID). */
  readonly subscription: string;
  /** Azure region. */
  readonly location: string;
}

/**
 * The identities of an environment, one for each kind of work, and the custom roles that they get.
 *
 * - `runtime` runs the containers of online endpoints.
 * - `caller` is what applications sign in as.
 * - `release` deploys to endpoints and moves traffic.
 * - `ci` pushes images, registers models and fills indexes.
 *
 * Creates the identities, the federated credentials of `release` and `ci`, and the roles with which these two can write
 * an endpoint that runs as `runtime`. Every other role is granted by the resource that it is for. The identity that
 * deploys the platform is not one of them: it grants roles, so it belongs to whoever owns the subscription. Free.
 */
export class PlatformIdentities extends ComponentResource {
  readonly runtime: WorkloadIdentity;
  readonly caller: WorkloadIdentity;
  readonly release: WorkloadIdentity;
  readonly ci: WorkloadIdentity | undefined;

  constructor(name: string, props: PlatformIdentitiesProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:PlatformIdentities', name, {}, opts);
    const { names, github, resourceGroup, resourceGroupName, subscription, location } = props;
    const identity = (use: string, resourceName: string, trust?: GithubTrust) =>
      new WorkloadIdentity(
        `${name}-${use}`,
        { resourceName, resourceGroupName, location, subscription, ...(trust === undefined ? {} : { github: trust }) },
        { parent: this },
      );
    new CustomRoles(`${name}-roles`, { subscription, resourceGroup, resourceGroupName }, { parent: this });
    this.runtime = identity('runtime', names.runtime);
    this.caller = identity('caller', names.caller);
    this.release = identity('release', names.release, github);
    this.ci = names.ci === undefined ? undefined : identity('ci', names.ci, github);
    this.runtime.grants.assign(`${name}-runtime-release`, this.release);
    if (this.ci !== undefined) this.runtime.grants.assign(`${name}-runtime-ci`, this.ci);
    this.registerOutputs({});
  }

  /** The identities by their use. */
  get byUse(): { readonly runtime: WorkloadIdentity } & Readonly<Record<string, WorkloadIdentity>> {
    const { runtime, caller, release, ci } = this;
    return { runtime, caller, release, ...(ci === undefined ? {} : { ci }) };
  }
}
