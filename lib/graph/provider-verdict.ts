import type { Cloud } from './resource-graph';

/** What the provider's own preview says it does to a resource. `forget` removes it from the state and keeps it alive. */
export type VerdictKind = 'none' | 'create' | 'update' | 'replace' | 'destroy' | 'import' | 'rename' | 'forget';

/**
 * What a preview of the provider says about one resource: a change set of CloudFormation, `pulumi preview --json` or a
 * Terraform plan. It refines what a comparison of two graphs derives from schemas.
 */
export interface ProviderVerdict {
  readonly environment: string;
  readonly cloud: Cloud;
  /** Address of the node; of a destroyed resource, its address before the change. */
  readonly address: string;
  /** Provider type, as in the node. */
  readonly type: string;
  readonly kind: VerdictKind;
  /**
   * Dotted paths of the properties that cause a replacement, in the provider's terms; for an update, those it names as
   * changed. Empty where it names none.
   */
  readonly causes: readonly string[];
  /** Whether the provider is certain of a replacement. @default true */
  readonly certain?: boolean;
  /** Address before a rename. @default - the address is the same */
  readonly from?: string;
}
