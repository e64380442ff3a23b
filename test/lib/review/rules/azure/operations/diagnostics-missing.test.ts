import { diagnosticsMissing } from '../../../../../../lib/review/rules/azure/operations/diagnostics-missing';
import { azureFound } from '../../../../../helpers/azure-found';

const vault = (name: string) => ({ type: 'Microsoft.KeyVault/vaults', name, properties: {} });
const setting = (type: string, ...names: readonly string[]) => ({
  type: 'Microsoft.Insights/diagnosticSettings',
  name: 'logs',
  scope: `[resourceId('${type}', ${names.map((name) => `'${name}'`).join(', ')})]`,
  properties: { workspaceId: 'w', logs: [] },
});

test('a service without a setting is found where others have one', () => {
  const settings = setting('Microsoft.KeyVault/vaults', 'a');
  expect(azureFound(diagnosticsMissing, [vault('a'), vault('b'), settings])).toEqual(['Microsoft.KeyVault/vaults/b']);
  expect(azureFound(diagnosticsMissing, [vault('a')])).toEqual([]);
});

test('a setting of the blob service is one of its account', () => {
  const account = { type: 'Microsoft.Storage/storageAccounts', name: 'a', properties: {} };
  const service = { type: 'Microsoft.Storage/storageAccounts/blobServices', name: 'a/default', properties: {} };
  const settings = setting('Microsoft.Storage/storageAccounts/blobServices', 'a', 'default');
  expect(azureFound(diagnosticsMissing, [account, service, settings])).toEqual([]);
});

test('a setting that names the service by its expression is one of it', () => {
  const name = "concat('kv', uniqueString(resourceGroup().id))";
  const named = (scope: string) => ({ ...setting('a'), scope: `[format('Microsoft.KeyVault/vaults/{0}', ${scope})]` });
  expect(azureFound(diagnosticsMissing, [vault(`[${name}]`), named(name)])).toEqual([]);
  expect(azureFound(diagnosticsMissing, [vault(`[${name}]`), named(name.replace('kv', 'other'))])).toHaveLength(1);
});
