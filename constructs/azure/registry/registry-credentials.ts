import { CredentialSet } from '@pulumi/azure-native/containerregistry';
import type { ComponentResourceOptions, Input, Output } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { Principal } from '../identity/role-assignment';
import type { LandingZone } from '../landing-zone/landing-zone';
import { systemPrincipal } from '../workspace/ml-workspace';

/** Props of {@link RegistryCredentials}. */
export interface RegistryCredentialsProps {
  /** Registry that logs in. */
  readonly registryName: Input<string>;
  readonly credentialSetName: string;
  /** Host of the other registry, for example `docker.io`. */
  readonly loginServer: string;
  /** Secret of a Key Vault, `https://<vault>.vault.azure.net/secrets/<name>`, with a version or without. */
  readonly usernameSecretUri: string;
  /** As above, in the same vault. */
  readonly passwordSecretUri: string;
  readonly landingZone: Pick<LandingZone, 'resourceGroupName'>;
}

/**
 * The login by which cache rules of a container registry reach another registry.
 *
 * Creates a credential set with an identity of its own. It refers to secrets and holds none: give `principal` the role that
 * reads them, `vault.grants.secretsUse(...)`. Costs nothing.
 *
 * azure-native 3.28 writes it with the API version 2023-01-01-preview: stable versions are only in packages that its tools
 * generate.
 */
export class RegistryCredentials extends ComponentResource {
  /** Resource id, for {@link RegistryCacheRule}. */
  readonly credentialSetId: Output<string>;
  /** Identity that must read both secrets. */
  readonly principal: Principal;

  constructor(name: string, props: RegistryCredentialsProps, opts?: ComponentResourceOptions) {
    super('llmops-kit:azure:RegistryCredentials', name, {}, opts);
    const { credentialSetName, landingZone } = props;
    const credentials = new CredentialSet(
      `${name}-set`,
      {
        registryName: props.registryName,
        resourceGroupName: landingZone.resourceGroupName,
        credentialSetName,
        loginServer: props.loginServer,
        identity: { type: 'SystemAssigned' },
        authCredentials: [
          {
            name: 'Credential1',
            usernameSecretIdentifier: props.usernameSecretUri,
            passwordSecretIdentifier: props.passwordSecretUri,
          },
        ],
      },
      { parent: this },
    );
    this.credentialSetId = credentials.id;
    this.principal = {
      principalName: credentialSetName,
      principalId: credentials.identity.apply((identity) => systemPrincipal(name, identity)),
    };
    this.registerOutputs({});
  }
}
