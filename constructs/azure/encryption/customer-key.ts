/** A key in a vault of others, and the identity that may use it. */
export interface CustomerKey {
  /** `https://<vault>.vault.azure.net/keys/<name>`, with `/<version>` where services stay with one version. */
  readonly keyUri: string;
  /** Resource id of a user-assigned identity that may use the key. */
  readonly identityId: string;
  /** Client id of that identity. */
  readonly identityClientId: string;
}

/** Vault, name and version of a key, for services that take them one by one. Without a version they follow the rotation. */
export function keyParts({ keyUri }: CustomerKey) {
  const [keyVaultUri = '', rest = ''] = keyUri.split('/keys/');
  const [keyName = '', keyVersion] = rest.split('/');
  return { keyVaultUri, keyName, ...(keyVersion === undefined ? {} : { keyVersion }) };
}
