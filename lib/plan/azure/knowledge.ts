import type { AzureContext } from '../context';
import { azureName } from '../context';
import { decide } from '../decision';
import { azureKnowledge } from '../entries';
import type { AzureSearchPlan } from './azure-plan';

/** AI Search services: one for each knowledge base, so that it is sized and deleted by itself. */
export function searchServices(context: AzureContext): Readonly<Record<string, AzureSearchPlan>> {
  return Object.fromEntries(azureKnowledge(context).map(([key]) => [key, searchService(context, key)]));
}

function searchService(context: AzureContext, key: string): AzureSearchPlan {
  const production = context.environment.tier === 'production';
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
  };
}
