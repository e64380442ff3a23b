import { RoleAssignment } from '@pulumi/azure-native/authorization';
import { ResourceGroup } from '@pulumi/azure-native/resources';
import { resourceTags } from '../../../../constructs/azure/landing-zone/resource-tags';
import { inputsOf, recordProgram } from '../../../helpers/azure-recording';

const opts = { transformations: [resourceTags({ team: 'platform', owner: 'platform' })] };

test('adds tags, and a tag that the resource sets takes precedence', async () => {
  const recording = await recordProgram(() => new ResourceGroup('group', { tags: { team: 'search' } }, opts));
  expect(inputsOf(recording, 'resources:ResourceGroup')['tags']).toEqual({ team: 'search', owner: 'platform' });
});

test('adds tags to a resource that sets none', async () => {
  const recording = await recordProgram(() => new ResourceGroup('group', {}, opts));
  expect(inputsOf(recording, 'resources:ResourceGroup')['tags']).toEqual({ team: 'platform', owner: 'platform' });
});

test('leaves a resource alone that cannot have tags', async () => {
  const assignment = { principalId: 'p', roleDefinitionId: 'r', scope: 's' };
  const recording = await recordProgram(() => new RoleAssignment('role', assignment, opts));
  expect(inputsOf(recording, 'authorization:RoleAssignment')).not.toHaveProperty('tags');
});

test('reads an existing resource as it is', async () => {
  const recording = await recordProgram(() => ResourceGroup.get('existing', '/subscriptions/x/resourceGroups/y', opts));
  expect(recording.problems).toEqual([]);
});
