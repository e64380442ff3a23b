import type { JsonObject } from '../../../constraints/json';
import type { Made } from '../cloudformation/deployed';
import type { Stack } from '../cloudformation/stack';
import type { Eventual } from '../cloudformation/work';
import type { Cloud } from '../state/cloud';
import type { ExistingResource } from '../state/registry';

/** What a provider may ask while it works. */
export interface ProviderContext {
  readonly stack: Stack;
  /** Aborted when the operation is to end soon: a provider that waits for something ends with a ResourceFailure. */
  readonly signal: AbortSignal;
}

/** Side effects of a resource type on the state that services read. Each may take time, and refuse with a ResourceFailure. */
export interface Provider {
  /** @returns what the service decided on its own */
  create?(resource: ExistingResource, cloud: Cloud, context: ProviderContext): Eventual<Made | undefined>;
  /** @returns what the service decided on its own; another physical id makes the update a replacement */
  update?(
    resource: ExistingResource,
    before: JsonObject,
    cloud: Cloud,
    context: ProviderContext,
  ): Eventual<Made | undefined>;
  remove?(resource: ExistingResource, cloud: Cloud, context: ProviderContext): Eventual<undefined>;
}

/** A failed step of a resource. The message is the reason in the event. */
export class ResourceFailure extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'ResourceFailure';
  }
}
