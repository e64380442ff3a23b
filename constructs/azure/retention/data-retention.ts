import { ManagementLockByScope } from '@pulumi/azure-native/authorization';
import type { ComponentResource, CustomResource, CustomResourceOptions } from '@pulumi/pulumi';
import type { DataRetention } from '../../../lib/plan';

/**
 * Options of a resource that holds data: retained data can neither be deleted nor replaced by an update, and outlives
 * the stack.
 */
export function dataOptions(retention: DataRetention): Pick<CustomResourceOptions, 'protect' | 'retainOnDelete'> {
  const retain = retention === 'retain';
  return { protect: retain, retainOnDelete: retain };
}

/**
 * Locks retained data against deletion by anyone, the portal included. Destroyed data gets no lock.
 *
 * The lock is never put on the resource group: there it would also stop updates that replace stateless resources.
 */
export function lockData(
  name: string,
  data: CustomResource,
  retention: DataRetention,
  parent: ComponentResource,
): void {
  if (retention !== 'retain') return;
  new ManagementLockByScope(
    `${name}-lock`,
    {
      lockName: 'retained-data',
      level: 'CanNotDelete',
      scope: data.id,
      notes: 'holds data the platform retains; remove the lock only after the data was moved',
    },
    { parent },
  );
}
