import type { JsonObject } from '../../../constraints/json';
import type { Cloud } from '../state/cloud';
import type { DeployedResource } from './deployed';
import type { Operation } from './operation';
import type { Stack } from './stack';

/** The resource type in events about a stack. */
const stackType = 'AWS::CloudFormation::Stack';

/** The content of an event about a resource. */
export interface ResourceStep {
  readonly logicalId: string;
  readonly type: string;
  readonly physicalId: string;
  readonly status: string;
  readonly reason?: string | undefined;
  readonly properties?: JsonObject | undefined;
}

/** Writes the events of one operation on a stack, and updates the resource list of the stack. */
export class Recorder {
  constructor(
    readonly stack: Stack,
    readonly cloud: Cloud,
    readonly operation: Pick<Operation, 'id' | 'clientRequestToken'>,
  ) {
    if (operation.id === '') this.nextOperation();
  }

  /** Gives what follows an identifier of its own. */
  nextOperation(): void {
    this.stack.operations += 1;
    this.operation.id = this.cloud.ids.uuid(`${this.stack.id}|operation|${this.stack.operations}`);
  }

  /** Moves the stack to a status. */
  stackStatus(status: string, reason?: string): void {
    this.stack.status = status;
    this.stack.statusReason = reason;
    this.#event({ logicalId: this.stack.name, type: stackType, physicalId: this.stack.id, status, reason });
  }

  /** Ends the operation with a status of the stack. */
  end(status: string, reason?: string): void {
    this.stack.running = undefined;
    this.stackStatus(status, reason);
  }

  /** Another state of a resource without an event. */
  keep(logicalId: string, deployed: DeployedResource): void {
    const resource = this.stack.resources.get(logicalId);
    if (resource !== undefined) this.stack.resources.set(logicalId, { ...resource, deployed });
  }

  /** An event of a resource that does not change the resource list. */
  event(step: ResourceStep): void {
    this.#event(step);
  }

  /** An event that sets the status of the resource. */
  resource(step: ResourceStep, deployed: DeployedResource | undefined): void {
    this.#event(step);
    this.stack.resources.set(step.logicalId, {
      logicalId: step.logicalId,
      type: step.type,
      physicalId: step.physicalId,
      status: step.status,
      reason: step.reason,
      timestamp: this.cloud.now(),
      deployed,
    });
  }

  /** A resource that the stack no longer has, although its service did not delete it. */
  forget(logicalId: string): void {
    const resource = this.stack.resources.get(logicalId);
    if (resource !== undefined) this.stack.resources.set(logicalId, { ...resource, deployed: undefined });
  }

  /** Clients sort events by time in milliseconds: two events of a stack with the same time would appear in reverse. */
  #timestamp(): Date {
    const last = this.stack.history.last()?.timestamp.getTime() ?? 0;
    return new Date(Math.max(this.cloud.now().getTime(), last + 1));
  }

  #event(step: ResourceStep): void {
    this.stack.history.push({
      id: `${step.logicalId}-${this.cloud.ids.uuid(`${this.stack.id}|event|${this.stack.history.length}`)}`,
      operationId: this.operation.id,
      logicalId: step.logicalId,
      physicalId: step.physicalId,
      type: step.type,
      status: step.status,
      reason: step.reason,
      timestamp: this.#timestamp(),
      clientRequestToken: this.operation.clientRequestToken,
      properties: step.properties,
    });
    const { account, region, name } = this.stack;
    this.cloud.emit({
      kind: 'resource',
      account,
      region,
      stack: name,
      logicalId: step.logicalId,
      type: step.type,
      status: step.status,
      reason: step.reason,
    });
  }
}
