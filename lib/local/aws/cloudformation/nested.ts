import type { ExistingResource } from '../state/registry';
import type { Made } from './deployed';
import type { Stack } from './stack';
import type { Work } from './work';

/** The stacks that are resources of other stacks. They run inside the operation of their parent. */
export interface NestedStacks {
  /** Creates the child. @throws ResourceFailure when its creation fails */
  create(resource: ExistingResource, parent: Stack): Work<Made>;
  /** Updates the child, but deletes nothing yet: the update of its parent may still be rolled back. @throws ResourceFailure */
  update(resource: ExistingResource, parent: Stack): Work<Made>;
  /** Deletes what an update of the child left behind. */
  cleanUp(physicalId: string, parent: Stack): Work;
  /** Undoes an update of the child. @throws ResourceFailure when its rollback fails */
  rollBack(physicalId: string, parent: Stack): Work;
  /** Deletes the child. @throws ResourceFailure when its deletion fails */
  remove(physicalId: string, parent: Stack): Work;
}

/** The name of a stack in its ARN. */
export function stackNameOf(arn: string): string {
  return arn.split('/')[1] ?? arn;
}
