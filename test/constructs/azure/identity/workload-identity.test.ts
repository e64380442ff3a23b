import { WorkloadIdentity } from '../../../../constructs/azure/identity/workload-identity';
import { inputsOf, recordProgram, resourcesOf } from '../../../helpers/azure-recording';

test('is a user-assigned identity without any role', async () => {
  let name = '';
  const recording = await recordProgram(() => {
    const identity = new WorkloadIdentity('workload', {
      resourceName: 'id-example',
      resourceGroupName: 'rg-example',
      location: 'swedencentral',
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
