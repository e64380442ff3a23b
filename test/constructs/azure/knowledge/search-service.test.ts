import { ResourceGroup } from '@pulumi/azure-native/resources';
import type { EmbeddingAccount } from '../../../../constructs/azure/knowledge/search-service';
import { SearchService } from '../../../../constructs/azure/knowledge/search-service';
import type { Recording } from '../../../../lib/graph';
import type { DataRetention } from '../../../../lib/plan';
import {
  diagnosticsOf,
  inputsOf,
  landingZone,
  onlyOfType,
  privateAccess,
  reader,
  recordProgram,
  retentionOf,
  rolesOf,
  waitsFor,
} from '../../../helpers/azure-recording';

function recordSearch(
  dataRetention: DataRetention,
  embedding?: Omit<EmbeddingAccount, 'dependsOn'>,
): Promise<Recording> {
  return recordProgram(() => {
    const dependsOn = new ResourceGroup('last-write', {});
    const search = new SearchService('search', {
      searchServiceName: 'srch-example',
      skuName: 'standard',
      replicaCount: 3,
      partitionCount: 2,
      ...(embedding === undefined ? {} : { embedding: { ...embedding, dependsOn } }),
      alert: { actionGroupId: '/actionGroups/owner', throttledPercent: 1 },
      landingZone: landingZone({ dataRetention }),
    });
    search.grants.query('search-reader', reader);
  });
}

let recording: Recording;
beforeAll(async () => {
  recording = await recordSearch('retain');
});

test('has no keys, no public access and no outbound connections', () => {
  const inputs = inputsOf(recording, 'search:Service');
  expect(inputs).toMatchObject({
    disableLocalAuth: true,
    publicNetworkAccess: 'Disabled',
    networkRuleSet: { bypass: 'None', ipRules: [] },
    dataExfiltrationProtections: ['BlockAll'],
  });
  // The service refuses authOptions together with disabled keys.
  expect(inputs).not.toHaveProperty('authOptions');
});

test('has the size of its props and the free semantic ranker', () => {
  expect(inputsOf(recording, 'search:Service')).toMatchObject({
    searchServiceName: 'srch-example',
    sku: { name: 'standard' },
    replicaCount: 3,
    partitionCount: 2,
    semanticSearch: 'free',
  });
});

test('is reached privately and sends its logs', () => {
  expect(privateAccess(recording)).toEqual({
    name: 'srch-example-pe',
    target: '${search-service#id}',
    groupIds: ['searchService'],
    zones: ['/zones/privatelink.search.windows.net'],
  });
  expect(diagnosticsOf(recording)).toEqual([['${search-service#id}', ['allLogs']]]);
});

test('lets an identity query and not write', () => {
  expect(rolesOf(recording)).toEqual([
    {
      name: 'search-reader-search-index-data-reader',
      role: 'Search Index Data Reader',
      principalId: reader.principalId,
      scope: '${search-service#id}',
    },
  ]);
});

test('is protected when data is retained, and not otherwise', async () => {
  expect(retentionOf(recording, 'search:Service')).toEqual({ protect: true, retainOnDelete: true, locked: [] });
  expect(retentionOf(await recordSearch('destroy'), 'search:Service')).toEqual({
    protect: false,
    retainOnDelete: false,
    locked: [],
  });
});

test('embeds through a private link to an account, after every other write on the account', async () => {
  const embeds = await recordSearch('retain', { accountId: '/accounts/oai', linkName: 'openai' });
  expect(inputsOf(embeds, 'search:Service')).toMatchObject({ dataExfiltrationProtections: [] });
  expect(inputsOf(embeds, 'search:SharedPrivateLinkResource')).toMatchObject({
    sharedPrivateLinkResourceName: 'openai',
    properties: { groupId: 'openai_account', privateLinkResourceId: '/accounts/oai' },
  });
  const link = onlyOfType(embeds, 'azure-native:search:SharedPrivateLinkResource');
  expect(waitsFor(embeds, link, onlyOfType(embeds, 'azure-native:resources:ResourceGroup'))).toBe(true);
});

test('alerts when queries are refused, with a metric that the service has', () => {
  expect(inputsOf(recording, 'monitor:MetricAlert')).toMatchObject({
    scopes: ['${search-service#id}'],
    actions: [{ actionGroupId: '/actionGroups/owner' }],
    criteria: { allOf: [{ metricName: 'ThrottledSearchQueriesPercentage', operator: 'GreaterThan', threshold: 1 }] },
  });
});
