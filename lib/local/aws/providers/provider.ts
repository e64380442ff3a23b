import type { JsonObject } from '../../../constraints/json';
import type { Cloud } from '../state/cloud';
import type { ExistingResource } from '../state/registry';

/** Side effects of a resource type on the state that services read. */
export interface Provider {
  create?(resource: ExistingResource, cloud: Cloud): void;
  update?(resource: ExistingResource, before: JsonObject, cloud: Cloud): void;
  /** @throws ResourceFailure when the service would refuse the deletion */
  remove?(resource: ExistingResource, cloud: Cloud): void;
}

/** A failed step of a resource. The message is the reason in the event. */
export class ResourceFailure extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'ResourceFailure';
  }
}
