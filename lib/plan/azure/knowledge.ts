import type { AzureContext } from '../context';
import { azureName } from '../context';
import { decide } from '../decision';
import { azureKnowledge } from '../entries';
import type { AzureSearchPlan } from './azure-plan';

/** AI Search services, one per knowledge base: its size and its deletion concern nobody else. */
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
          [{ value: 'standard', reason: 'about three times the price for room that tests do not need' }],
        ),
    replicaCount: production
      ? decide(3, 'search.replicas', '3 replicas: what the service level for queries and updates asks for', [
          { value: '2', reason: 'covered for queries only, not while documents are updated' },
        ])
      : decide(
          1,
          'search.replicas',
          `1 replica: ${context.environment.tier} may be away while the service is maintained`,
        ),
    partitionCount: decide(
      1,
      'search.partitions',
      'one partition until its size is measured: more can be added while it runs',
    ),
  };
}
