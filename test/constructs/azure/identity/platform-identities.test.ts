import { PlatformIdentities } from '../../../../constructs/azure/identity/platform-identities';
import type { Recording } from '../../../../lib/graph';
import { ofType, recordProgram, rolesOf } from '../../../helpers/azure-recording';

const github = {
  issuer: 'https://token.actions.githubusercontent.com',
  audience: 'api://AzureADTokenExchange',
  subjects: ['repo:example-org@1000001/support-assistant@2000002:environment:dev'],
};

function recordIdentities(pipeline: boolean): Promise<Recording> {
  return recordProgram(
    () =>
      new PlatformIdentities('identities', {
        names: {
          runtime: 'id-runtime',
          caller: 'id-caller',
          release: 'id-release',
          ...(pipeline ? { ci: 'id-ci' } : {}),
        },
        ...(pipeline ? { github } : {}),
        resourceGroupName: 'rg-example',
        resourceGroup: 'rg-example',
        subscription: '00000000-0000-4000-8000-0000000000d1',
        location: 'swedencentral',
      }),
  );
}

test('there is one identity for each kind of work, and jobs act as two of them', async () => {
  const recording = await recordIdentities(true);
  const names = ofType(recording, 'azure-native:managedidentity:UserAssignedIdentity').map(
    ({ inputs }) => inputs['resourceName'],
  );
  expect(names.toSorted()).toEqual(['id-caller', 'id-ci', 'id-release', 'id-runtime']);
  const trusted = ofType(recording, 'azure-native:managedidentity:FederatedIdentityCredential').map(({ inputs }) => [
    inputs['resourceName'],
    inputs['subject'],
  ]);
  expect(trusted).toEqual([
    ['id-ci', github.subjects[0]],
    ['id-release', github.subjects[0]],
  ]);
});

test('who writes an endpoint may attach its identity, and nobody has another role yet', async () => {
  expect(rolesOf(await recordIdentities(true)).map(({ name, role }) => [name, role])).toEqual([
    ['identities-runtime-ci-managed-identity-operator', 'Managed Identity Operator'],
    ['identities-runtime-release-managed-identity-operator', 'Managed Identity Operator'],
  ]);
});

test('without a pipeline there is no identity for it and no trust', async () => {
  const recording = await recordIdentities(false);
  expect(ofType(recording, 'azure-native:managedidentity:UserAssignedIdentity')).toHaveLength(3);
  expect(ofType(recording, 'azure-native:managedidentity:FederatedIdentityCredential')).toEqual([]);
});
