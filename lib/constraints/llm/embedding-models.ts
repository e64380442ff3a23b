import type { Source } from '../constraint';

/** The lengths of vectors that an embedding model of Bedrock can give. */
export interface EmbeddingModel extends Source {
  /** The id, without the suffix `:0` where it has one. */
  readonly id: string;
  /** The default first. */
  readonly dimensions: readonly number[];
}

const guide = 'https://docs.aws.amazon.com/bedrock/latest/userguide';

/** Embedding models of Bedrock. A model that is missing is not known. */
const embeddingModels: readonly EmbeddingModel[] = [
  {
    id: 'amazon.titan-embed-text-v1',
    dimensions: [1536],
    url: `${guide}/titan-embedding-models.html`,
    asOf: '2026-11-30',
  },
  {
    id: 'amazon.titan-embed-text-v2',
    dimensions: [1024, 512, 256],
    url: `${guide}/titan-embedding-models.html`,
    asOf: '2026-11-30',
  },
  {
    id: 'amazon.titan-embed-image-v1',
    dimensions: [1024, 384, 256],
    url: `${guide}/titan-multiemb-models.html`,
    asOf: '2026-11-30',
  },
  {
    id: 'amazon.nova-2-multimodal-embeddings-v1',
    dimensions: [3072, 1024, 384, 256],
    url: 'https://docs.aws.amazon.com/nova/latest/userguide/embeddings-schema.html',
    asOf: '2026-11-30',
  },
  {
    id: 'cohere.embed-english-v3',
    dimensions: [1024],
    url: `${guide}/knowledge-base-supported.html`,
    asOf: '2026-11-30',
  },
  {
    id: 'cohere.embed-multilingual-v3',
    dimensions: [1024],
    url: `${guide}/knowledge-base-supported.html`,
    asOf: '2026-11-30',
  },
  {
    id: 'cohere.embed-v4',
    dimensions: [1536, 1024, 512, 256],
    url: `${guide}/model-parameters-embed-v4.html`,
    asOf: '2026-11-30',
  },
];

/** The row of the model that an id or ARN names; undefined for a model that is not known. */
export function embeddingModelOf(idOrArn: string): EmbeddingModel | undefined {
  return embeddingModels.find(({ id }) =>
    new RegExp(`(?:^|[./])${id.replaceAll('.', '\\.')}(?::\\d+)?$`).test(idOrArn),
  );
}
