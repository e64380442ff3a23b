import { ResourceGroup } from '@pulumi/azure-native/resources';
import { ComponentResource } from '@pulumi/pulumi';
import { dataOptions, lockData } from '../../../../constructs/azure/retention/data-retention';
import type { DataRetention } from '../../../../lib/plan';
import { inputsOf, recordProgram, resourcesOf } from '../../../helpers/azure-recording';

function recordLock(retention: DataRetention) {
  return recordProgram(() => {
    lockData('data', new ResourceGroup('group', {}), retention, new ComponentResource('example:azure:Data', 'parent'));
  });
}

test('retained data is neither deleted nor replaced, and stays when the stack is removed', () => {
  expect(dataOptions('retain')).toEqual({ protect: true, retainOnDelete: true });
  expect(dataOptions('destroy')).toEqual({ protect: false, retainOnDelete: false });
});

test('retained data is locked against deletion', async () => {
  expect(inputsOf(await recordLock('retain'), 'authorization:ManagementLockByScope')).toMatchObject({
    lockName: 'retained-data',
    level: 'CanNotDelete',
    scope: '${group#id}',
  });
});

test('data that may be destroyed is not locked', async () => {
  expect(resourcesOf(await recordLock('destroy'))).toEqual(['resources:ResourceGroup group']);
});
