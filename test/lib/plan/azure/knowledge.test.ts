import { settle } from '../../../../lib/plan';
import { azurePlan, planIssues } from '../../../helpers/plan';

test.each([
  ['dev', 'basic', 1],
  ['prod', 'standard', 3],
] as const)('in %s a knowledge base has a %s service with %d replicas', (environment, sku, replicaCount) => {
  const base = { stores: ['ai-search'], embedding: 'embed' } as const;
  const { search } = azurePlan(
    { knowledge: { faq: base, handbook: { ...base, stores: ['s3-vectors'] } } },
    environment,
  ).deployment;
  expect(settle(search)).toEqual({
    faq: {
      serviceName: expect.stringMatching(new RegExp(`^support-${environment}-faq-[0-9a-f]{8}$`)) as string,
      sku,
      replicaCount,
      partitionCount: 1,
    },
  });
});

test.each([
  [
    'beside another embedding on AWS',
    { stores: ['s3-vectors', 'ai-search'], embedding: 'embed', azureEmbedding: 'embed-azure' },
  ],
  ['as the only embedding', { stores: ['ai-search'], embedding: 'embed-azure' }],
] as const)('embeds with a deployment of its own account, named %s', (_, handbook) => {
  const overrides = { knowledge: { handbook } };
  const { search, models: deployments } = azurePlan(overrides).deployment;
  expect(settle(search['handbook']?.embedding)).toEqual({
    deploymentName: deployments['embed-azure']?.deploymentName.value,
    linkName: 'openai',
  });
  expect(planIssues(overrides)).toEqual([]);
});

test.each([
  ['embed', undefined, 'EmbeddingNotOnAzure', 'knowledge.handbook.embedding'],
  ['frontier', undefined, 'NotAnEmbeddingModel', 'knowledge.handbook.embedding'],
  ['embed', 'frontier', 'NotAnEmbeddingModel', 'knowledge.handbook.azureEmbedding'],
] as const)('with %s and %s on Azure it says %s', (embedding, azureEmbedding, code, path) => {
  const handbook = {
    stores: ['ai-search'],
    embedding,
    ...(azureEmbedding === undefined ? {} : { azureEmbedding }),
  } as const;
  expect(planIssues({ knowledge: { handbook } })).toMatchObject([{ code, path }]);
});
