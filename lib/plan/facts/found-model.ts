import type { ManagedModel, ManagedModelVersion, Region } from '../../catalog/types';

/** Where a managed model is used. */
export interface ModelPlace {
  readonly region: Region;
  /** Path of the model in the spec, for its issues. */
  readonly path: string;
  /** Versions that the subscription has deployed. @default - unknown */
  readonly deployedModels?: readonly string[] | undefined;
}

/** A managed model with the version that the spec names. */
export interface FoundModel {
  readonly row: ManagedModel;
  readonly version: ManagedModelVersion;
}

/** `gpt-4.1 2025-04-14`, or the id of a Bedrock model, which contains its version. */
export function fullName({ row, version }: FoundModel): string {
  return version.version === undefined ? row.id : `${row.id} ${version.version}`;
}
