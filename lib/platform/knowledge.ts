/** How documents are split before they are embedded: into chunks of tokens with an overlap in percent, or not at all. */
export type ChunkingSpec =
  { readonly kind: 'fixed'; readonly maxTokens: number; readonly overlapPercent: number } | { readonly kind: 'none' };

/** Vector stores: `s3-vectors` on AWS, `ai-search` on Azure. */
export type VectorStoreKind = 's3-vectors' | 'ai-search';

/** A knowledge base: documents, their embedding model and their vector stores. */
export interface KnowledgeSpec {
  /** Prefix of the documents in the knowledge bucket, with a final slash. @default - the key and a slash */
  readonly prefix?: string;
  /** Stores of the vectors. At least one. */
  readonly stores: readonly VectorStoreKind[];
  /** Key in `models` of an embedding model. */
  readonly embedding: string;
  /** @default - chunks of 300 tokens with an overlap of 20 percent, as Bedrock splits by default */
  readonly chunking?: ChunkingSpec;
}
