import { createHash } from 'node:crypto';
import { Names } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { embeddingModelOf } from '../../../lib/constraints/llm/embedding-models';
import { ownKey } from '../encryption/own-key';
import { refuseProps } from '../props/prop-problem';
import type { DataRetention } from '../retention/data-retention';
import { keptByDefault } from '../retention/kept-by-default';
import type { Chunking } from './chunking';
import type { BedrockKnowledgeBaseProps, KnowledgeDocuments } from './knowledge-base-props';
import { S3VectorStore } from './s3-vector-store';
import type { VectorIndex } from './vector-index';

/** Props of a knowledge base with every default. */
export interface SettledKnowledgeBase {
  readonly name: string;
  readonly store: VectorIndex;
  readonly embeddingModelId: string;
  readonly documents: Pick<KnowledgeDocuments, 'bucketName' | 'keyArn'> & {
    readonly prefix: string;
    readonly chunking: Chunking;
  };
  readonly encryptionKey: IKey;
  readonly dataRetention: DataRetention;
}

/** The size of chunks that Bedrock takes itself, and an overlap: a sentence at a boundary is found. */
const defaultDocuments = {
  prefix: 'documents/',
  chunking: { kind: 'fixed', maxTokens: 300, overlapPercentage: 20 },
} as const;

/**
 * Applies the defaults that {@link BedrockKnowledgeBaseProps} documents.
 *
 * @throws CodedError `InvalidProps` where the length of the vectors is not known
 */
export function settleKnowledgeBase(scope: Construct, props: BedrockKnowledgeBaseProps): SettledKnowledgeBase {
  const { embeddingModelId, dataRetention = keptByDefault.dataRetention } = props;
  const encryptionKey = props.encryptionKey ?? ownKey(scope, dataRetention);
  const store =
    props.store ??
    new S3VectorStore(scope, 'Vectors', {
      dimension: dimensionOf(scope, embeddingModelId),
      encryptionKey,
      dataRetention,
    });
  return {
    name: props.name ?? generatedName(scope, embeddingModelId, store),
    store,
    embeddingModelId,
    documents: { ...defaultDocuments, ...props.documents },
    encryptionKey,
    dataRetention,
  };
}

/**
 * Documents under a prefix of a bucket, with the key of the bucket.
 *
 * @example
 * new BedrockKnowledgeBase(this, 'Handbook', { embeddingModelId, documents: documentsIn(bucket, { prefix: 'handbook/' }) });
 */
export function documentsIn(
  // Not IBucket: with `exactOptionalPropertyTypes` a Bucket of the CDK is none.
  bucket: Pick<IBucket, 'bucketName'> & { readonly encryptionKey?: IKey | undefined },
  documents: Pick<KnowledgeDocuments, 'prefix' | 'chunking'> = {},
): KnowledgeDocuments {
  const { bucketName, encryptionKey } = bucket;
  return { ...documents, bucketName, ...(encryptionKey === undefined ? {} : { keyArn: encryptionKey.keyArn }) };
}

function dimensionOf(scope: Construct, embeddingModelId: string): number {
  const [dimension = 0] = embeddingModelOf(embeddingModelId)?.dimensions ?? [];
  if (dimension === 0) {
    refuseProps(scope, [
      {
        prop: 'embeddingModelId',
        got: embeddingModelId,
        expected: 'an embedding model whose length of vectors is known',
        fix: "give a store: new S3VectorStore(this, 'Vectors', { dimension: … })",
      },
    ]);
  }
  return dimension;
}

/** Bedrock changes neither model nor index of a base, and CloudFormation creates the next before it deletes the former. */
function generatedName(scope: Construct, embeddingModelId: string, { dimension }: VectorIndex): string {
  const generation = createHash('sha256').update(`${embeddingModelId}/${dimension}`).digest('hex').slice(0, 8);
  return `${Names.uniqueResourceName(scope, { maxLength: 75, separator: '-' })}-${generation}`;
}
