import type { Resource } from '@pulumi/pulumi';
import { ComponentResource } from '@pulumi/pulumi';
import type { DataRetention } from '../../../lib/plan';

/**
 * Stops `pulumi destroy` before it deletes anything, with `--skip-preview` too.
 *
 * A preview of a destroy fails at the first protected resource. Without the preview the engine deletes from the leaves of
 * the dependency graph inwards, and reaches protected data only after the network, the roles and the locks around it are
 * gone. The guard is the only leaf: everything that it guards comes after it, and it is protected.
 *
 * It is no resource of Azure. To destroy on purpose, run `pulumi state unprotect` on its URN first. Where data may be
 * destroyed the guard is there and open: a protected resource could not leave the program when the retention changes back.
 *
 * @example
 * new DestroyGuard('guard', [stage], 'retain');
 */
export class DestroyGuard extends ComponentResource {
  /** @param guarded - resources and components; a component stands for everything below it */
  constructor(name: string, guarded: readonly Resource[], retention: DataRetention) {
    super('llmops-kit:azure:DestroyGuard', name, {}, { protect: retention === 'retain', dependsOn: [...guarded] });
    this.registerOutputs({});
  }
}
