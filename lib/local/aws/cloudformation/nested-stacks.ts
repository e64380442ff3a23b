import { ServiceError } from '../errors';
import { ResourceFailure } from '../providers/provider';
import type { Cloud } from '../state/cloud';
import type { ExistingResource } from '../state/registry';
import { assertCapabilities } from './capabilities';
import { beginDeletion } from './deletion';
import type { Made } from './deployed';
import { beginDeployment, finishHeld, resume, rollBackHeld } from './executor';
import type { NestedStacks } from './nested';
import { stackNameOf } from './nested';
import { nestedRequest, nestedTimeout } from './nested-request';
import { planDeployment } from './plan';
import type { Plan } from './planned';
import { Stack } from './stack';
import type { Work } from './work';

/** Children of stacks, which run step by step in the work of their parent. */
export class ChildStacks implements NestedStacks {
  constructor(private readonly cloud: Cloud) {}

  *create(resource: ExistingResource, parent: Stack): Work<Made> {
    const found = this.#find(resource.physicalId, parent);
    // A child that exists was begun before its parent stopped, or failed without a rollback.
    const child = found ?? this.#register(resource.physicalId, parent);
    if (found?.status === 'CREATE_COMPLETE') return madeBy(child);
    const options = optionsOf(parent);
    yield* this.#watch(child, this.#resumed(child) ?? this.#begin(child, resource, parent));
    if (child.status === 'CREATE_COMPLETE' || child.status === 'UPDATE_COMPLETE') return madeBy(child);
    const reason = child.failure ?? child.statusReason ?? child.status;
    if (!options.disableRollback && !child.deleted) yield* this.remove(resource.physicalId, parent);
    throw new ResourceFailure(`Embedded stack ${child.id} was not successfully created: ${reason}`);
  }

  *update(resource: ExistingResource, parent: Stack): Work<Made> {
    const child = this.#require(resource.physicalId, parent);
    if (isHeld(child)) return madeBy(child);
    const work = this.#resumed(child) ?? this.#begin(child, resource, parent);
    yield* this.#watch(child, work);
    if (isHeld(child) || child.failure === undefined) return madeBy(child);
    throw new ResourceFailure(
      `Embedded stack ${child.id} was not successfully updated. Currently in ${child.status} with reason: ${child.failure}`,
    );
  }

  *cleanUp(physicalId: string, parent: Stack): Work {
    const child = this.#find(physicalId, parent);
    if (child?.running?.phase === 'cleanUp') yield* this.#watch(child, finishHeld(child, child.running, this.cloud));
  }

  *rollBack(physicalId: string, parent: Stack): Work {
    const child = this.#require(physicalId, parent);
    if (child.running === undefined) return;
    yield* this.#watch(child, rollBackHeld(child, child.running, this.cloud));
    if (child.status !== 'UPDATE_ROLLBACK_COMPLETE')
      throw new ResourceFailure(
        `Embedded stack ${child.id} was not rolled back: ${child.statusReason ?? child.status}`,
      );
  }

  *remove(physicalId: string, parent: Stack): Work {
    const child = this.#find(physicalId, parent);
    if (child === undefined || isGone(child)) return;
    const begun = child.running?.phase === 'delete' ? resume(child, this.cloud) : undefined;
    const token = parent.running?.clientRequestToken;
    yield* this.#watch(child, begun ?? beginDeletion(child, this.cloud, [], token));
    if (!isGone(child))
      throw new ResourceFailure(
        `Embedded stack ${child.id} was not successfully deleted: ${child.statusReason ?? child.status}`,
      );
  }

  #begin(child: Stack, resource: ExistingResource, parent: Stack): Work {
    child.failure = undefined;
    const request = this.#orFail(() => nestedRequest(resource.properties, parent, this.cloud), child);
    const plan: Plan = this.#orFail(() => {
      const planned = planDeployment(child, request, this.cloud);
      assertCapabilities(planned.template, request.capabilities);
      return planned;
    }, child);
    if (!plan.changed && child.failed === undefined) return nothing();
    // An update has no limit. Source: TemplateReference, AWS::CloudFormation::Stack, TimeoutInMinutes, 2026-11-30.
    const timeoutMinutes = child.deployment === undefined ? nestedTimeout(resource.properties) : undefined;
    child.timeoutMinutes = nestedTimeout(resource.properties);
    const held = child.deployment !== undefined;
    return beginDeployment(child, plan, this.cloud, { ...optionsOf(parent), timeoutMinutes, held });
  }

  /** @throws ResourceFailure in place of the refusal of a request; a child that was never deployed is gone */
  #orFail<T>(run: () => T, child: Stack): T {
    try {
      return run();
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      const stacks = this.cloud.stacks(child.account, child.region);
      const fresh = child.events.length === 0 || child.status === 'REVIEW_IN_PROGRESS';
      if (child.deployment === undefined && fresh) stacks.splice(stacks.indexOf(child), 1);
      this.cloud.touch(child);
      throw new ResourceFailure(error.message);
    }
  }

  #resumed(child: Stack): Work | undefined {
    return child.running === undefined ? undefined : resume(child, this.cloud);
  }

  /** Notes the child with every step. */
  *#watch(child: Stack, work: Work): Work {
    this.cloud.touch(child);
    for (let step = work.next(); step.done !== true; step = work.next()) {
      this.cloud.touch(child);
      yield step.value;
    }
    this.cloud.touch(child);
  }

  /** A child is deployed by whoever deploys its parent. */
  #find(physicalId: string, { account, region, actor }: Stack): Stack | undefined {
    const child = this.cloud.stacks(account, region).find(({ id }) => id === physicalId);
    if (child !== undefined) child.actor = actor;
    return child;
  }

  #require(physicalId: string, parent: Stack): Stack {
    const child = this.#find(physicalId, parent);
    if (child === undefined || child.deleted) throw new ResourceFailure(`Stack ${physicalId} does not exist`);
    return child;
  }

  #register(id: string, parent: Stack): Stack {
    return registerChild(id, parent, this.cloud);
  }
}

/** A new stack that is a resource of another, registered under review. */
export function registerChild(id: string, parent: Stack, cloud: Cloud): Stack {
  const { account, region } = parent;
  const child = new Stack({ id, name: stackNameOf(id), account, region, createdAt: cloud.now() });
  child.parentId = parent.id;
  child.rootId = parent.rootId ?? parent.id;
  child.roleArn = parent.roleArn;
  child.actor = parent.actor;
  cloud.stacks(account, region).push(child);
  return child;
}

function isGone(child: Stack): boolean {
  return child.deleted;
}

/** Whether an update of a child waits for its parent. */
function isHeld({ running }: Stack): boolean {
  return running?.phase === 'cleanUp';
}

function optionsOf(parent: Stack) {
  const { disableRollback = false, retainExceptOnCreate = false, clientRequestToken } = parent.running ?? {};
  return { disableRollback, retainExceptOnCreate, clientRequestToken };
}

function madeBy(child: Stack): Made {
  const outputs = child.deployment?.outputs ?? [];
  return {
    physicalId: child.id,
    attributes: Object.fromEntries(outputs.map(({ key, value }) => [`Outputs.${key}`, value])),
  };
}

function* nothing(): Work {
  // A child that does not change has no operation.
}
