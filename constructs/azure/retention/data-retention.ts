import { ManagementLockByScope } from '@pulumi/azure-native/authorization';
import type { ComponentResource, CustomResource, CustomResourceOptions } from '@pulumi/pulumi';
import type { DataRetention } from '../../../lib/plan';

/**
 * Options of a resource that stores data. An update can neither delete nor replace retained data, and the data stays in
 * Azure when the stack is removed.
 */
export function dataOptions(retention: DataRetention): Pick<CustomResourceOptions, 'protect' | 'retainOnDelete'> {
  const retain = retention === 'retain';
  return { protect: retain, retainOnDelete: retain };
}

/**
 * Locks retained data against deletion, in the portal too. Data that may be destroyed gets no lock.
 *
 * The lock is not on the resource group, where it would also stop updates that replace stateless resources.
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
    // Not protected: a protected lock could not leave the program when the retention changes back. A guard keeps a destroy from it.
    { parent },
  );
}
