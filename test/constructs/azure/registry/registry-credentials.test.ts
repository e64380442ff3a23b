import { KeyVault, RegistryCredentials } from '../../../../constructs/azure';
import { inputsOf, landingZone, recordProgram, rolesOf } from '../../../helpers/azure-recording';

test('the login is two references to secrets, which its own identity reads', async () => {
  const recording = await recordProgram(() => {
    const credentials = new RegistryCredentials('login', {
      registryName: 'crexample',
      credentialSetName: 'docker-io',
      loginServer: 'docker.io',
      usernameSecretUri: 'https://kv-example.vault.azure.net/secrets/user',
      passwordSecretUri: 'https://kv-example.vault.azure.net/secrets/password',
      landingZone: landingZone(),
    });
    const vault = new KeyVault('vault', {
      vaultName: 'kv-example',
      tenantId: '00000000-0000-4000-8000-000000000001',
      landingZone: landingZone(),
    });
    vault.grants.secretsUse('vault-login', credentials.principal);
  });
  expect(inputsOf(recording, 'containerregistry:CredentialSet')).toEqual({
    registryName: 'crexample',
    resourceGroupName: 'rg-example',
    credentialSetName: 'docker-io',
    loginServer: 'docker.io',
    identity: { type: 'SystemAssigned' },
    authCredentials: [
      {
        name: 'Credential1',
        usernameSecretIdentifier: 'https://kv-example.vault.azure.net/secrets/user',
        passwordSecretIdentifier: 'https://kv-example.vault.azure.net/secrets/password',
      },
    ],
  });
  expect(JSON.stringify(rolesOf(recording))).toContain('Key Vault Secrets User');
});
