import type { JsonObject } from '../json';
import type { Cloud } from '../state/cloud';
import type { ExistingResource } from '../state/registry';

/** What a type does beyond existing: the state other services read. */
export interface Provider {
  create?(resource: ExistingResource, cloud: Cloud): void;
  update?(resource: ExistingResource, before: JsonObject, cloud: Cloud): void;
  /** @throws ResourceFailure when the service would refuse the deletion */
  remove?(resource: ExistingResource, cloud: Cloud): void;
}

/** A step of a resource that failed; the message becomes the event's reason. */
export class ResourceFailure extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'ResourceFailure';
  }
}
