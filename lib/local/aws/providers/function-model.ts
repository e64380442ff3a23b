import type { Made } from '../cloudformation/deployed';
import type { Cloud } from '../state/cloud';
import type { ExistingResource } from '../state/registry';

/** A Python function of aws-cdk-lib whose documented effect this cloud has in its place. */
export interface FunctionModel {
  /** What it does, for reports. */
  readonly what: string;
  /** @throws ResourceFailure when the function would fail */
  create(resource: ExistingResource, cloud: Cloud): Made;
  /** @throws ResourceFailure when the function would fail */
  update(resource: ExistingResource, before: ExistingResource['properties'], cloud: Cloud): Made;
  remove?(resource: ExistingResource, cloud: Cloud): void;
}
