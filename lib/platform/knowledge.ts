/** How documents are cut before they are embedded. */
export type ChunkingSpec =
  { readonly kind: 'fixed'; readonly maxTokens: number; readonly overlapPercent: number } | { readonly kind: 'none' };

/** Vector stores, each of one cloud: `s3-vectors` on AWS, `ai-search` on Azure. */
export type VectorStoreKind = 's3-vectors' | 'ai-search';

/** Documents a platform answers from. */
export interface KnowledgeSpec {
  /** Prefix of the documents in the environment's knowledge bucket, ending in `/`. @default - the key and a slash */
  readonly prefix?: string;
  readonly stores: readonly VectorStoreKind[];
  /** Key into `models` of an embedding model. */
  readonly embedding: string;
  /** @default - fixed chunks of 300 tokens with 20 percent overlap, Bedrock's own default size */
  readonly chunking?: ChunkingSpec;
}
