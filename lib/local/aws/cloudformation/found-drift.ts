import type { DeployedResource } from './deployed';

/**
 * What a drift-aware deployment finds of a resource that exists: it compares the template with the resource as it is, puts
 * it back to its template, and leaves what the template now says as it is already (`SyncWithActual`).
 * Source: CloudFormation User Guide, "Using drift-aware change sets"; CreateChangeSet, DeploymentMode, 2026-11-30.
 */
export interface FoundDrift {
  readonly status: 'IN_SYNC' | 'MODIFIED' | 'DELETED' | 'NOT_CHECKED';
  /** The resource as it is. @default - as it was deployed */
  readonly live: DeployedResource | undefined;
}
