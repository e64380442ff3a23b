import type { CloudIndex } from './cloud-index';
import { deleteOrder, deleteWaves, holders } from './delete-order';
import type { DeploymentState, Problem, ResourceState, SoftDeleted } from './model';
import type { RunRecord } from './run-record';

/** The clock of what services hold. */
export interface HoldClock {
  /** The current time, ISO 8601. */
  readonly now: () => string;
  /** When a link ends whose account is deleted now, ISO 8601. */
  readonly linksUntil: () => string;
}

/** What one run takes out of the cloud or leaves in it when it leaves the stack. */
export class Removals {
  private readonly urns = new Set<string>();
  private readonly retainedIds: Set<string>;
  private readonly softDeleted: SoftDeleted[];
  /** URNs of what holds something that could not be deleted. */
  private readonly heldUp = new Set<string>();

  constructor(
    private readonly index: CloudIndex,
    private readonly record: RunRecord,
    prior: Pick<DeploymentState, 'retained' | 'softDeleted'>,
    private readonly clock: HoldClock,
  ) {
    this.retainedIds = new Set(prior.retained);
    this.softDeleted = [...prior.softDeleted];
  }

  /** Whether the run deleted a resource from its stack. */
  deleted(urn: string): boolean {
    return this.urns.has(urn);
  }

  /** What stays of resources that left the stack. One that was created again is restored. */
  kept(resources: readonly ResourceState[]): Pick<DeploymentState, 'retained' | 'softDeleted'> {
    const ids = new Set(resources.map(({ id }) => id));
    return { retained: [...this.retainedIds], softDeleted: this.softDeleted.filter(({ id }) => !ids.has(id)) };
  }

  /** Deletes resources, dependents first. If one is protected, none is deleted. */
  deleteAll(resources: readonly ResourceState[]): void {
    const kept = resources.filter((resource) => resource.protect);
    for (const resource of kept) this.record.problem(protectedProblem(resource, 'deleted'));
    if (kept.length > 0) return;
    for (const resource of deleteOrder(resources)) this.delete(resource);
  }

  /**
   * Deletes resources wave by wave, dependents first. A protected resource ends it after its wave: what went before is
   * gone.
   */
  deleteInWaves(resources: readonly ResourceState[]): void {
    for (const wave of deleteWaves(resources)) {
      const kept = wave.filter((resource) => resource.protect);
      for (const resource of wave) if (!resource.protect) this.delete(resource);
      for (const resource of kept) this.record.problem(protectedProblem(resource, 'deleted'));
      if (kept.length > 0) return;
    }
  }

  /** Makes room for a replacement. What is retained stays and holds its id against it. */
  replace(resource: ResourceState): void {
    if (resource.retainOnDelete) this.retain(resource);
    else this.forget(resource);
  }

  private delete(resource: ResourceState): void {
    const { urn, type, name } = resource;
    if (this.isHeld(resource)) {
      for (const holder of holders(resource)) this.heldUp.add(holder);
      return;
    }
    this.urns.add(urn);
    this.replace(resource);
    if (!resource.retainOnDelete) this.record.step({ op: 'delete', urn, type, name, diff: [] });
  }

  /** Whether a service holds a resource, or one that needs it. What holds it is a problem of the run. */
  private isHeld({ urn, id, type, retainOnDelete }: ResourceState): boolean {
    if (this.heldUp.has(urn)) return true;
    if (retainOnDelete || id === undefined || !/:(?:Subnet|VirtualNetwork)$/.test(type)) return false;
    const reason = this.index.heldByLink(id, this.clock.now());
    if (reason === undefined) return false;
    this.record.problem({
      code: 'HeldByServiceLink',
      urn,
      message: reason,
      fix: 'purge the account, or wait for the end of the link',
    });
    return true;
  }

  private retain(resource: ResourceState): void {
    if (resource.id?.startsWith('/') === true) this.retainedIds.add(resource.id);
    this.index.retain(resource);
    this.record.retain(resource.urn);
  }

  /** Takes a resource out of the cloud; its service may keep its name. */
  private forget(resource: ResourceState): void {
    const kept = this.index.delete(resource, this.clock.linksUntil());
    if (kept !== undefined) this.softDeleted.push(kept);
  }
}

/** The refusal to take a protected resource away. */
export function protectedProblem(resource: ResourceState, what: 'deleted' | 'replaced'): Problem {
  return {
    code: 'ProtectedResource',
    urn: resource.urn,
    message: `${resource.urn} is protected and cannot be ${what}`,
    got: 'protect: true',
    fix: 'set protect to false and update the stack first, or keep the resource in the program',
  };
}
