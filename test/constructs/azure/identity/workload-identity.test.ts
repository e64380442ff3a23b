import { WorkloadIdentity } from '../../../../constructs/azure/identity/workload-identity';
import {
  inputsOf,
  ofType,
  reader,
  recordProgram,
  resourcesOf,
  rolesOf,
  waitsFor,
} from '../../../helpers/azure-recording';

test('is a user-assigned identity without any role', async () => {
  let name = '';
  const recording = await recordProgram(() => {
    const identity = new WorkloadIdentity('workload', {
      resourceName: 'id-example',
      resourceGroupName: 'rg-example',
      location: 'swedencentral',
      subscription: '00000000-0000-4000-8000-0000000000d1',
    });
    name = identity.principalName;
  });
  expect(name).toBe('id-example');
  expect(resourcesOf(recording)).toEqual(['managedidentity:UserAssignedIdentity workload-identity']);
  expect(inputsOf(recording, 'managedidentity:UserAssignedIdentity')).toEqual({
    resourceName: 'id-example',
    resourceGroupName: 'rg-example',
    location: 'swedencentral',
  });
});

const trust = {
  issuer: 'https://token.actions.githubusercontent.com',
  audience: 'api://AzureADTokenExchange',
  subjects: [
    'repo:example-org@1000001/support-assistant@2000002:environment:dev',
    'repo:example-org@1000001/support-assistant@2000002:environment:dev-read',
  ],
};

test('trusts jobs of GitHub Actions without a secret, one credential after another', async () => {
  const recording = await recordProgram(() => {
    const identity = new WorkloadIdentity('ci', {
      resourceName: 'id-ci',
      resourceGroupName: 'rg-example',
      location: 'swedencentral',
      subscription: '00000000-0000-4000-8000-0000000000d1',
      github: trust,
    });
    identity.grants.assign('ci-operator', reader);
  });
  const [first, second, ...more] = ofType(recording, 'azure-native:managedidentity:FederatedIdentityCredential');
  expect(more).toEqual([]);
  expect(first?.inputs).toEqual({
    federatedIdentityCredentialResourceName: 'github-1',
    resourceName: 'id-ci',
    resourceGroupName: 'rg-example',
    issuer: trust.issuer,
    audiences: [trust.audience],
    subject: trust.subjects[0],
  });
  expect(first !== undefined && second !== undefined && waitsFor(recording, second, first)).toBe(true);
  expect(rolesOf(recording)).toEqual([
    {
      name: 'ci-operator-managed-identity-operator',
      role: 'Managed Identity Operator',
      principalId: reader.principalId,
      scope: '${ci-identity#id}',
    },
  ]);
});
