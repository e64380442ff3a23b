/** JSON with references as declared. */
export type PropertyValue =
  string | number | boolean | null | readonly PropertyValue[] | { readonly [key: string]: PropertyValue };

/** Where a resource lives: a cloud, a Kubernetes cluster, or a provider of Terraform that is neither. */
export type Cloud = 'aws' | 'azure' | 'kubernetes' | 'other';

/** File, and line from 1, that declare a resource. */
export interface SourcePlace {
  readonly file: string;
  readonly line: number;
}

/** One resource of either cloud, as rules, cost lines and gates read it. */
export interface ResourceNode {
  readonly environment: string;
  readonly cloud: Cloud;
  /** AWS stack or Azure stage the resource is deployed with, for example `foundation` or `initialization`. */
  readonly stack: string;
  /** Unique within its environment and cloud, and stable across deployments: `<stack>/<logical id>` on AWS, the URN on Azure. */
  readonly address: string;
  /** The type in the provider's terms, for example `AWS::S3::Bucket` or `azure-native:storage:StorageAccount`. */
  readonly type: string;
  readonly properties: { readonly [key: string]: PropertyValue };
  /** Addresses that must exist first, sorted. */
  readonly dependsOn: readonly string[];
  /** Whether deleting or replacing it loses data. */
  readonly stateful: boolean;
  /** Whether it outlives its stack: a retaining DeletionPolicy on AWS, `protect` or `retainOnDelete` on Azure. */
  readonly retained: boolean;
  /** Whether what a replacement leaves behind is kept: a retaining UpdateReplacePolicy. @default - as `retained` */
  readonly retainedOnReplace?: boolean;
  /** Dotted paths of properties whose value is known only after the deployment. @default - none */
  readonly unknown?: readonly string[];
  /** Dotted paths of properties whose value is masked. @default - none */
  readonly secret?: readonly string[];
  /** Construct path or component the resource was declared in. */
  readonly source?: string;
  /** @default - the reader does not know it */
  readonly place?: SourcePlace;
}

/** All resources of one or more environments, sorted by environment, cloud, stack and address. */
export type ResourceGraph = readonly ResourceNode[];
