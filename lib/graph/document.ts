import type { LiveState } from './live-change';
import type { ProviderVerdict } from './provider-verdict';
import type { ResourceGraph } from './resource-graph';

/** A kind of file that is read into a graph. */
export type DocumentFormat =
  | 'arm'
  | 'change-set'
  | 'cloudformation'
  | 'graph'
  | 'kubernetes'
  | 'pulumi-preview'
  | 'pulumi-recording'
  | 'pulumi-state'
  | 'stack-drifts'
  | 'terraform-plan'
  | 'terraform-state';

/** Where the nodes of a document belong. */
export interface DocumentPlace {
  readonly environment: string;
  /** Name of the stack, such as the name of the file. */
  readonly stack: string;
}

/** What a document says: the resources after a change, before it, and what the provider's preview says about each. */
export interface ReadDocument {
  readonly format: DocumentFormat;
  /** The resources that the document declares, plans or holds. Empty for a change set, which has no properties. */
  readonly graph: ResourceGraph;
  /** The resources before the change. @default - the document holds one state only */
  readonly base?: ResourceGraph;
  /** Empty where the document is no preview. */
  readonly verdicts: readonly ProviderVerdict[];
  /** What is live otherwise than it was deployed. @default - the document does not say it */
  readonly live?: LiveState;
}
