import type { LiveChange, ResourceGraph, ResourceNode } from '../../graph';
import type { EnvironmentPlan } from '../../plan';
import type { ResourceChange } from '../change/change';
import type { Concern } from '../report/review';

/** What a family says about a resource; place and address are those of the resource. */
export type ConcernDraft = Pick<Concern, 'code' | 'level' | 'path' | 'message' | 'before' | 'after' | 'fix'>;

/** A resource that changes, with its nodes. */
export interface ChangedResource {
  readonly change: ResourceChange;
  /** @default - the resource is new */
  readonly before?: ResourceNode;
  /** @default - the resource is gone */
  readonly after?: ResourceNode;
}

/** What families can ask beyond the two graphs. What is absent is not known, and never assumed. */
export interface ConcernContext {
  /** Whether an environment is production. @default - not known */
  readonly isProduction?: (environment: string) => boolean | undefined;
  /** ISO date of the last day a managed model can be called, and its successor. @default - not known */
  readonly endOfLife?: (model: string) => { readonly date: string; readonly source: string } | undefined;
  /** ISO date of the review. @default - not known: nothing is called over */
  readonly today?: string;
  /** What filling an index again costs, for the resource at an address. @default - not known */
  readonly reindex?: (node: ResourceNode) => string | undefined;
  /** The plans of both sides. @default - a side is not made from a config */
  readonly plans?: { readonly before: readonly EnvironmentPlan[]; readonly after: readonly EnvironmentPlan[] };
  /** What the account of an environment has of a quota, as its config says. @default - not known */
  readonly quotaLimit?: (environment: string, cloud: 'aws' | 'azure', name: string) => number | undefined;
  /** What is live otherwise than the base says. @default - nothing that is live was read */
  readonly live?: readonly LiveChange[];
  /** Whether a deployment reads what is live and puts back what is declared. @default - not known */
  readonly restores?: (live: LiveChange) => boolean | undefined;
}

/** Both graphs, and what changes between them. */
export interface ConcernInput {
  readonly base: ResourceGraph;
  readonly next: ResourceGraph;
  readonly changed: readonly ChangedResource[];
  readonly context: ConcernContext;
}

/** One family of meaning, in a file of its own. Pure: the same input has the same concerns. */
export interface ConcernFamily {
  /** What one changed resource means. Not asked about changes that are noise. */
  ofChange?(changed: ChangedResource, context: ConcernContext): readonly ConcernDraft[];
  /** What both graphs mean together. */
  ofGraphs?(input: ConcernInput): readonly Concern[];
}
