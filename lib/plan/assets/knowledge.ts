import type { AwsPlan } from '../aws/aws-plan';
import type { AzurePlan } from '../azure/azure-plan';
import type { EnvironmentContext } from '../context';
import type { Decision } from '../decision';
import { decide, derive, pinned } from '../decision';
import type { Asset, AssetSource, AssetUnit } from './asset';

/** Blob container of the documents of all knowledge bases. */
const documentsContainer = 'knowledge';

/** Documents and index of every knowledge base. */
export function knowledgeAssets(
  context: EnvironmentContext,
  aws: AwsPlan | undefined,
  azure: AzurePlan | undefined,
): readonly Asset[] {
  const onAws = Object.entries(aws?.knowledge.bases ?? {}).flatMap(([key, base]): readonly Asset[] => {
    const bucket = base.sourceBucketName.value;
    const prefix = base.prefix.value;
    const documents = `aws/documents/${key}`;
    const usedBy = onlyBy(`aws.knowledge.bases.${key}`);
    return [
      {
        id: documents,
        kind: 'documents',
        cloud: 'aws',
        usedBy,
        uri: derive(base.prefix, `s3://${bucket}/${prefix}`),
        source: documentSource(context, key),
        destination: derive(base.prefix, { kind: 's3-prefix', bucket, prefix }),
        after: after('knowledge', 'the knowledge stack creates the bucket of documents'),
        neededBy: neededByNone(),
        bringer: decide('push', 'assets.bringer', "'llmops assets push' copies them into the bucket of documents"),
      },
      {
        id: `aws/index/${key}`,
        kind: 'index',
        cloud: 'aws',
        usedBy,
        uri: derive(base.indexName, `${base.vectorBucketName.value}/${base.indexName.value}`),
        source: madeOf(documents),
        destination: derive(base.indexName, {
          kind: 's3-vectors-index',
          bucket: base.vectorBucketName.value,
          index: base.indexName.value,
        }),
        after: after('knowledge', 'the knowledge stack creates the index'),
        neededBy: neededByNone(),
        bringer: decide('ingestion', 'assets.bringer', 'an ingestion job of Bedrock fills it from the documents'),
      },
    ];
  });
  return [...onAws, ...(azure === undefined ? [] : azureKnowledge(context, azure))];
}

function azureKnowledge(context: EnvironmentContext, azure: AzurePlan): readonly Asset[] {
  const { accountName } = azure.initialization.storage;
  return Object.entries(azure.deployment.search).flatMap(([key, { serviceName }]): readonly Asset[] => {
    const prefix = context.platform.knowledge[key]?.prefix ?? `${key}/`;
    const documents = `azure/documents/${key}`;
    const usedBy = onlyBy(`azure.deployment.search.${key}`);
    return [
      {
        id: documents,
        kind: 'documents',
        cloud: 'azure',
        usedBy,
        uri: placed(`https://${accountName.value}.blob.core.windows.net/${documentsContainer}/${prefix}`),
        source: documentSource(context, key),
        destination: decide(
          { kind: 'blob-prefix', account: accountName.value, container: documentsContainer, prefix },
          'assets.documents-on-azure',
          'knowledge bases share a container of the storage account, each under its key',
        ),
        after: after('initialization', 'the initialization stage creates the storage account'),
        neededBy: neededByNone(),
        bringer: decide('push', 'assets.bringer', "'llmops assets push' copies them into the storage account"),
      },
      {
        id: `azure/index/${key}`,
        kind: 'index',
        cloud: 'azure',
        usedBy,
        uri: placed(`https://${serviceName.value}.search.windows.net`),
        source: madeOf(documents),
        destination: placed({ kind: 'search-service', service: serviceName.value }),
        after: after('deployment', 'the deployment stage creates the search service'),
        neededBy: neededByNone(),
        bringer: decide(
          'you',
          'assets.bringer',
          'no stage declares an index or an indexer: they are created by its API',
        ),
      },
    ];
  });
}

function documentSource({ platform }: EnvironmentContext, key: string): Decision<AssetSource> {
  const folder = platform.knowledge[key]?.source;
  if (folder !== undefined) return pinned({ kind: 'folder', path: folder }, `knowledge.${key}.source`);
  return decide(
    { kind: 'yours' },
    'assets.source-unnamed',
    `knowledge.${key}.source names no folder: 'llmops assets push --from' names one`,
  );
}

/** A place named by other decisions of the plan, which have the reasons. */
function placed<T>(place: T): Decision<T> {
  return decide(place, 'assets.place', 'made of the names that the plan gives its parts');
}

function madeOf(id: string): Decision<AssetSource> {
  return decide({ kind: 'asset', id }, 'assets.made-of', 'an index holds nothing that is not in its documents');
}

function onlyBy(path: string): Asset['usedBy'] {
  return decide([path], 'assets.used-by', 'one knowledge base reads it');
}

function after<U extends AssetUnit>(unit: U, text: string): Decision<U> {
  return decide(unit, 'assets.after', text);
}

function neededByNone(): Asset['neededBy'] {
  return decide(
    [],
    'assets.needed-by',
    'everything deploys without it; answers have nothing to cite until it is there',
  );
}
