import { settle } from '../../../../lib/plan';
import { azurePlan } from '../../../helpers/plan';

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
