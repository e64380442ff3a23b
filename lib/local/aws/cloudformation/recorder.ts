import type { JsonObject } from '../json';
import type { Cloud } from '../state/cloud';
import type { DeployedResource } from './deployed';
import type { Stack } from './stack';

/** The type of a stack's own events. */
export const stackType = 'AWS::CloudFormation::Stack';

/** What one event says about a resource. */
export interface ResourceStep {
  readonly logicalId: string;
  readonly type: string;
  readonly physicalId: string;
  readonly status: string;
  readonly reason?: string | undefined;
  readonly properties?: JsonObject | undefined;
}

/** Writes the events of one operation on a stack, and keeps the stack's resource list in step with them. */
export class Recorder {
  #operationId: string;

  constructor(
    readonly stack: Stack,
    readonly cloud: Cloud,
    readonly clientRequestToken: string | undefined,
  ) {
    this.#operationId = this.#operation();
  }

  /** The CLI collects failures by operation: a rollback is an operation of its own. */
  nextOperation(): void {
    this.#operationId = this.#operation();
  }

  /** Moves the stack to a status. */
  stackStatus(status: string, reason?: string): void {
    this.stack.status = status;
    this.stack.statusReason = reason;
    this.#event({ logicalId: this.stack.name, type: stackType, physicalId: this.stack.id, status, reason });
  }

  /** An event of a resource that leaves the resource list as it is. */
  event(step: ResourceStep): void {
    this.#event(step);
  }

  /** An event that is also the resource's status from now on. */
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

  #operation(): string {
    this.stack.operation += 1;
    return this.cloud.ids.uuid(`${this.stack.id}|operation|${this.stack.operation}`);
  }

  /** Clients sort events by time to the millisecond: no two of a stack may share one, or they appear in reverse. */
  #timestamp(): Date {
    const last = this.stack.events.at(-1)?.timestamp.getTime() ?? 0;
    return new Date(Math.max(this.cloud.now().getTime(), last + 1));
  }

  #event(step: ResourceStep): void {
    this.stack.events.push({
      id: `${step.logicalId}-${this.cloud.ids.uuid(`${this.stack.id}|event|${this.stack.events.length}`)}`,
      operationId: this.#operationId,
      logicalId: step.logicalId,
      physicalId: step.physicalId,
      type: step.type,
      status: step.status,
      reason: step.reason,
      timestamp: this.#timestamp(),
      clientRequestToken: this.clientRequestToken,
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
