/** A key of the company on Azure, and the identity of the company that may use it. */
export interface AzureGivenKey {
  /**
   * `https://<vault>.vault.azure.net/keys/<name>`, an RSA key. Without a version services follow its rotation (of Azure OpenAI this is not verified); with `/<version>` at the end they stay with that
   * version.
   */
  readonly keyUri: string;
  /** Resource id of a user-assigned identity with the role Key Vault Crypto Service Encryption User on the key. */
  readonly identityId: string;
  /** Client id (UUID) of that identity: some services name it by this id. */
  readonly identityClientId: string;
}
