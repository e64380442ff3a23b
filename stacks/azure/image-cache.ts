import type { ComponentResource } from '@pulumi/pulumi';
import type { ContainerRegistry, KeyVault, LandingZone } from '../../constructs/azure';
import { RegistryCacheRule, RegistryCredentials } from '../../constructs/azure';
import type { SettledAzurePlan } from '../../lib/plan';

/** What cache rules are made in. */
interface CachePlace {
  readonly registry: ContainerRegistry;
  /** Vault of the environment. @default - the vault is the company's, and its owner grants the role */
  readonly vault: KeyVault | undefined;
  readonly landingZone: LandingZone;
  readonly parent: ComponentResource;
}

/** The cache rules of the registry of an environment, and the role that reads the secrets of their logins. */
export function cacheImages(
  { initialization }: SettledAzurePlan,
  { registry, vault, landingZone, parent }: CachePlace,
): void {
  const { name: registryName, cacheRules = {} } = initialization.containerRegistry;
  const logins = new Map<string, RegistryCredentials>();
  // One after the other: no source says that a registry takes two writes at a time.
  let before: ComponentResource = registry;
  for (const [key, { login, ...rule }] of Object.entries(cacheRules)) {
    const known = login === undefined ? undefined : logins.get(login.credentialSetName);
    const credentials =
      known ??
      (login === undefined
        ? undefined
        : new RegistryCredentials(
            `image-cache-login-${login.credentialSetName}`,
            { ...login, registryName, landingZone },
            { parent, dependsOn: [before] },
          ));
    if (login !== undefined && credentials !== undefined && known === undefined) {
      logins.set(login.credentialSetName, credentials);
      if (login.ownVault) vault?.grants.secretsUse(`key-vault-${login.credentialSetName}`, credentials.principal);
    }
    const credentialSet = credentials === undefined ? {} : { credentialSetId: credentials.credentialSetId };
    before = new RegistryCacheRule(
      `image-cache-${key}`,
      { ...rule, ...credentialSet, registryName, landingZone },
      { parent, dependsOn: [before] },
    );
  }
}
