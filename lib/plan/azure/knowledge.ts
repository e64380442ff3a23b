import type { Issue, KnowledgeSpec } from '../../platform';
import type { AzureContext } from '../context';
import { azureName } from '../context';
import type { Sourced } from '../decision';
import { cite, decide, pinned, withRejected } from '../decision';
import { azureKnowledge, azureOpenAiModels } from '../entries';
import { chunkIssues } from '../facts/chunk-length';
import { embeddingIssues } from '../facts/model-kind';
import type { Keyed } from '../order';
import type { AzureEmbeddingPlan, AzureSearchPlan } from './azure-plan';
import { modelDeploymentName } from './model';

/** AI Search services: one for each knowledge base, so that it is sized and deleted by itself. */
export function searchServices(context: AzureContext): Readonly<Record<string, AzureSearchPlan>> {
  return Object.fromEntries(azureKnowledge(context).map((entry) => [entry[0], searchService(context, entry)]));
}

/** Whether each knowledge base on Azure has an embedding model, and one that the service can call. */
export function searchIssues(context: AzureContext): readonly Issue[] {
  return azureKnowledge(context).flatMap(([key, knowledge]): readonly Issue[] => {
    const field = knowledge.azureEmbedding === undefined ? 'embedding' : 'azureEmbedding';
    const unfit = [
      ...embeddingIssues(context.catalog, context.platform, key, field),
      ...chunkIssues(context.catalog, context.platform, key, field),
    ];
    return unfit.length > 0 || embeddingKey(context, knowledge) !== undefined ? unfit : [notOnAzure(key, knowledge)];
  });
}

function notOnAzure(key: string, { embedding: got }: KnowledgeSpec): Issue {
  return {
    code: 'EmbeddingNotOnAzure',
    path: `knowledge.${key}.embedding`,
    message: `'${got}' is not a model of Azure OpenAI: AI Search cannot call it, and vectors must be made outside of the service`,
    got,
    expected: 'an embedding model of Azure OpenAI for the store ai-search',
    fix: `declare one, for example text-embedding-3-large, and name it in knowledge.${key}.azureEmbedding`,
  };
}

/** Key of the Azure OpenAI model that a knowledge base embeds with; undefined without one. */
function embeddingKey(context: AzureContext, { azureEmbedding, embedding }: KnowledgeSpec): string | undefined {
  const key = azureEmbedding ?? embedding;
  return azureOpenAiModels(context).some(([model]) => model === key) ? key : undefined;
}

const sharedPrivateLinks: Sourced = {
  source: 'MicrosoftDocs/azure-ai-docs, search-indexer-howto-access-private.md of 2025-09-26',
  asOf: '2026-11-30',
};

function embeddingPlan(context: AzureContext, knowledge: KnowledgeSpec): AzureEmbeddingPlan | undefined {
  const key = embeddingKey(context, knowledge);
  if (key === undefined) return undefined;
  return {
    deploymentName: decide(
      modelDeploymentName(context, key),
      'search.embeds-on-azure',
      `documents and queries are embedded by the deployment of models.${key}: vectors of another model cannot be compared with them`,
    ),
    linkName: withRejected(
      cite(
        'openai',
        'search.shared-private-link',
        'the account has no public address, so the service calls it through a shared private link; the owner of the account approves the link once',
        sharedPrivateLinks,
      ),
      [{ value: 'public access to the account', reason: 'opens the account to other networks' }],
    ),
  };
}

/** The rules of the config allow an interval only. */
function indexerInterval(key: string, { ingestion }: KnowledgeSpec): Pick<AzureSearchPlan, 'indexerInterval'> {
  if (ingestion === undefined || !('everyMinutes' in ingestion)) return {};
  return { indexerInterval: pinned(`PT${ingestion.everyMinutes}M`, `knowledge.${key}.ingestion.everyMinutes`) };
}

function searchService(context: AzureContext, [key, knowledge]: Keyed<KnowledgeSpec>): AzureSearchPlan {
  const production = context.environment.tier === 'production';
  const embedding = embeddingPlan(context, knowledge);
  return {
    serviceName: azureName(context, 'azure-search-service', key),
    sku: production
      ? decide(
          'standard',
          'search.tier',
          'partitions of 160 GB, so that the index can grow without moving to another service',
          [
            {
              value: 'basic',
              reason: 'partitions of 15 GB, and at most three of them',
            },
          ],
        )
      : decide(
          'basic',
          'search.tier',
          `the smallest tier with private endpoints is enough for ${context.environment.tier}`,
          [{ value: 'standard', reason: 'about three times the price for capacity that tests do not need' }],
        ),
    replicaCount: production
      ? decide(3, 'search.replicas', '3 replicas: the minimum for the service level of queries and updates', [
          { value: '2', reason: 'the service level covers queries only, not updates of documents' },
        ])
      : decide(
          1,
          'search.replicas',
          `1 replica: ${context.environment.tier} may be unavailable during maintenance of the service`,
        ),
    partitionCount: decide(
      1,
      'search.partitions',
      'one partition until the size is measured: partitions can be added to a running service',
    ),
    ...(embedding === undefined ? {} : { embedding }),
    ...indexerInterval(key, knowledge),
  };
}
