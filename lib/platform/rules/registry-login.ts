import type { RegistryLogin } from '../endpoint';
import type { Issue } from '../issue';

/** Identifiers of secrets: "About keys, secrets, and certificates" of Key Vault, read 2026-12-01. */
const secretUri = /^https:\/\/([a-z0-9-]{3,24})\.vault\.azure\.net\/secrets\/[A-Za-z0-9-]{1,127}(?:\/[0-9a-f]{32})?$/;

/** Checks a login: two secrets of one vault, and no secret itself. */
export function registryLoginIssues(path: string, login: RegistryLogin): readonly Issue[] {
  const uris = Object.entries<string>({ ...login });
  // The value is left out: who writes a password here has written a secret.
  const malformed = uris
    .filter(([, uri]) => !secretUri.test(uri))
    .map(([field]): Issue => ({
      code: 'InvalidSecretUri',
      path: `${path}.${field}`,
      message: 'not the address of a secret; the value is not shown',
      expected: 'https://<vault>.vault.azure.net/secrets/<name>',
      fix: "store it with 'az keyvault secret set', and write the id of the secret",
    }));
  const vaults = new Set(uris.map(([, uri]) => secretUri.exec(uri)?.[1]));
  if (malformed.length > 0 || vaults.size < 2) return malformed;
  return [
    {
      code: 'InvalidSecretUri',
      path,
      message: 'the two secrets are in different vaults',
      got: [...vaults],
      expected: 'two secrets of one vault: one identity reads both',
      fix: 'store both in one vault',
    },
  ];
}
