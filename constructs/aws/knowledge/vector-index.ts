/** An index of vectors, as a knowledge base needs to know it: of the kit, or any other of the account. */
export interface VectorIndex {
  readonly indexArn: string;
  /** Length of a vector. */
  readonly dimension: number;
  /** Metadata keys that queries cannot filter on. */
  readonly nonFilterableMetadataKeys: readonly string[];
  /** Key of the index. @default - the key of what uses the index */
  readonly keyArn?: string;
}
