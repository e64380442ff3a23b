import type { ScheduleSpec } from './schedule';

/** How documents are split before they are embedded: into chunks of tokens with an overlap in percent, or not at all. */
export type ChunkingSpec =
  { readonly kind: 'fixed'; readonly maxTokens: number; readonly overlapPercent: number } | { readonly kind: 'none' };

/** Vector stores: `s3-vectors` on AWS, `ai-search` on Azure. */
export type VectorStoreKind = 's3-vectors' | 'ai-search';

/** A knowledge base: documents, their embedding model and their vector stores. */
export interface KnowledgeSpec {
  /** Prefix of the documents in the knowledge bucket, with a final slash. @default - the key and a slash */
  readonly prefix?: string;
  /** Folder of the documents, relative to the config: `llmops assets push` copies it. @default - documents come from elsewhere */
  readonly source?: string;
  /** Stores of the vectors. At least one. */
  readonly stores: readonly VectorStoreKind[];
  /** Key in `models` of an embedding model. */
  readonly embedding: string;
  /**
   * Key in `models` of the Azure OpenAI model that AI Search embeds documents and queries with. Vectors of two models cannot be
   * compared, so each store is searched with its own. @default - `embedding`, if it is a model of Azure OpenAI
   */
  readonly azureEmbedding?: string;
  /** @default - chunks of 300 tokens with an overlap of 20 percent, as Bedrock splits by default */
  readonly chunking?: ChunkingSpec;
  /**
   * When changed documents are ingested. AI Search takes `everyMinutes` of 5 to 1440 only.
   *
   * @default - never by itself: somebody starts it
   */
  readonly ingestion?: ScheduleSpec;
}
