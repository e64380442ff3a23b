import type { JsonObject } from '../../../../constraints/json';
import { isObject, tryParseJson } from '../../../../constraints/json';
import { chunksOf } from '../../../documents/chunk';
import { readDocument } from '../../../documents/read-text';
import type { LanguageModel } from '../../../model/language-model';
import type { StoredObject } from '../../state/objects';
import type { StoredVector, VectorIndex } from '../s3vectors/vector-index';
import { putVector } from '../s3vectors/vector-problems';
import type { DataSource, KnowledgeBase } from './knowledge-bases';

/** Bytes of the largest document. Source: Amazon Bedrock user guide, "Prerequisites for your knowledge base data" (read 2026-12-01). */
const largestDocument = 52_428_800;

/** Metadata keys that Bedrock writes into an index of S3 Vectors. Source: Bedrock user guide, S3 Vectors as a store (read 2026-11-30). */
export const textKey = 'AMAZON_BEDROCK_TEXT';
export const sourceUriKey = 'x-amz-bedrock-kb-source-uri';
const sourceIdKey = 'x-amz-bedrock-kb-data-source-id';
export const bedrockMetadataKey = 'AMAZON_BEDROCK_METADATA';

/** End of the name of the file with the metadata of a document. */
export const metadataSuffix = '.metadata.json';

/** What a document is ingested into. */
export interface IngestionTarget {
  readonly base: KnowledgeBase;
  readonly source: DataSource;
  readonly index: VectorIndex;
  /** What embeds. */
  readonly model: LanguageModel;
}

/**
 * The vectors of one document, or why it has none. Nothing is stored here.
 * @param metadataFile the file with its metadata. @default - it has none
 */
export async function vectorsOfDocument(
  document: StoredObject,
  metadataFile: StoredObject | undefined,
  { source, index, model }: IngestionTarget,
): Promise<{ readonly vectors: readonly StoredVector[] } | { readonly problem: string }> {
  const read = readDocument(document.key, document.body, largestDocument);
  if ('problem' in read) return read;
  const attributes = metadataFile === undefined ? {} : attributesOf(metadataFile);
  if (attributes === undefined) return { problem: `${document.key}${metadataSuffix} has no object metadataAttributes` };
  const uri = `s3://${source.bucket ?? ''}/${document.key}`;
  try {
    const texts = chunksOf(read.text, source.chunking);
    const embedded = await model.embed(texts, index.dimension);
    const vectors = texts.map((text, part) =>
      putVector(
        {
          key: `${source.id}#${document.key}#${part}`,
          data: { float32: [...(embedded.vectors[part] ?? [])] },
          metadata: {
            ...attributes,
            [textKey]: text,
            [bedrockMetadataKey]: JSON.stringify({ source: { sourceLocation: uri } }),
            [sourceUriKey]: uri,
            [sourceIdKey]: source.id,
          },
        },
        index,
        `chunk ${part + 1} of ${document.key}`,
      ),
    );
    return { vectors };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function attributesOf(file: StoredObject): JsonObject | undefined {
  const read = tryParseJson(file.body.toString('utf8'));
  const attributes = isObject(read) ? read['metadataAttributes'] : undefined;
  return isObject(attributes) ? attributes : undefined;
}
