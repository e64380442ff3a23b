import type { OpenAiAccountProps } from '../../../../constructs/azure/model/openai-account';
import { OpenAiAccount } from '../../../../constructs/azure/model/openai-account';
import type { Recording } from '../../../../lib/graph';
import { azureModel } from '../../../helpers/azure-plan-fixture';
import {
  childrenOf,
  diagnosticsOf,
  inputsOf,
  landingZone,
  ofType,
  privateAccess,
  reader,
  recordProgram,
  retentionOf,
  rolesOf,
  waitsFor,
} from '../../../helpers/azure-recording';

const filterType = 'azure-native:cognitiveservices:RaiPolicy';
const deploymentType = 'azure-native:cognitiveservices:Deployment';

function recordAccount(props: Partial<OpenAiAccountProps>): Promise<Recording> {
  return recordProgram(() => {
    const account = new OpenAiAccount('openai', {
      accountName: 'oai-example',
      deployments: { frontier: azureModel() },
      landingZone: landingZone({ dataRetention: 'retain' }),
      ...props,
    });
    account.grants.invoke('openai-reader', reader);
  });
}

let one: Recording;
let many: Recording;
beforeAll(async () => {
  one = await recordAccount({});
  many = await recordAccount({
    deployments: {
      a: azureModel({ deploymentName: 'a', contentFilterName: 'strict' }),
      b: azureModel({ deploymentName: 'b', contentFilterName: 'loose' }),
      c: azureModel({ deploymentName: 'c', contentFilterName: 'strict' }),
      d: azureModel({ deploymentName: 'd', contentFilterName: 'other' }),
    },
    allowedFqdnList: ['documents.example.com'],
  });
});

test('has no keys, no public access and no outbound calls', () => {
  expect(inputsOf(one, 'cognitiveservices:Account')).toMatchObject({
    accountName: 'oai-example',
    kind: 'OpenAI',
    identity: { type: 'SystemAssigned' },
    properties: {
      customSubDomainName: 'oai-example',
      disableLocalAuth: true,
      publicNetworkAccess: 'Disabled',
      networkAcls: { defaultAction: 'Deny', ipRules: [], virtualNetworkRules: [] },
      restrictOutboundNetworkAccess: true,
      allowedFqdnList: [],
    },
  });
});

test('may call the given hosts only', () => {
  expect(inputsOf(many, 'cognitiveservices:Account')).toMatchObject({
    properties: { restrictOutboundNetworkAccess: true, allowedFqdnList: ['documents.example.com'] },
  });
});

test('deploys each model with its version, capacity, upgrade option and filter', () => {
  expect(inputsOf(one, 'cognitiveservices:Deployment')).toEqual({
    deploymentName: 'frontier',
    accountName: 'oai-example',
    resourceGroupName: 'rg-example',
    sku: { name: 'DataZoneStandard', capacity: 50 },
    properties: {
      model: { format: 'OpenAI', name: 'gpt-4.1', version: '2025-04-14' },
      raiPolicyName: 'frontier-filter',
      versionUpgradeOption: 'NoAutoUpgrade',
    },
  });
});

test('a filter blocks and never only annotates', () => {
  expect(inputsOf(one, 'cognitiveservices:RaiPolicy')).toMatchObject({
    raiPolicyName: 'frontier-filter',
    properties: { basePolicyName: 'Microsoft.DefaultV2', mode: 'Blocking' },
  });
});

test('models that share a filter name share the filter', () => {
  expect(ofType(many, filterType).map(({ inputs }) => inputs['raiPolicyName'])).toEqual(['loose', 'other', 'strict']);
});

test('no two writes on the account are without an order', () => {
  const writes = [...ofType(many, filterType), ...ofType(many, deploymentType)];
  expect(writes).toHaveLength(7);
  const pairs = writes.flatMap((first) => writes.map((second) => [first, second] as const));
  const unordered = pairs.filter(
    ([first, second]) => first.urn !== second.urn && waitsFor(many, first, second) === waitsFor(many, second, first),
  );
  expect(unordered.map(([first, second]) => [first.name, second.name])).toEqual([]);
});

test('the first write waits for the private endpoint, which changes the account', () => {
  const [zoneGroup] = childrenOf(many, 'openai-private').filter(({ type }) => type.endsWith('PrivateDnsZoneGroup'));
  expect(
    ofType(many, filterType).map((filter) => zoneGroup !== undefined && waitsFor(many, filter, zoneGroup)),
  ).toEqual([true, true, true]);
});

test('is reached privately and sends its logs', () => {
  expect(privateAccess(one)).toEqual({
    name: 'oai-example-pe',
    target: '${openai-account#id}',
    groupIds: ['account'],
    zones: ['/zones/privatelink.openai.azure.com'],
  });
  expect(diagnosticsOf(one)).toEqual([['${openai-account#id}', ['allLogs']]]);
});

test('lets an identity call the models', () => {
  expect(rolesOf(one)).toEqual([
    {
      name: 'openai-reader-cognitive-services-openai-user',
      role: 'Cognitive Services OpenAI User',
      principalId: reader.principalId,
      scope: '${openai-account#id}',
    },
  ]);
});

test('is protected when data is retained', () => {
  expect(retentionOf(one, 'cognitiveservices:Account')).toEqual({ protect: true, retainOnDelete: true, locked: [] });
});

test('alerts when calls are answered with errors, with a metric that the account has', async () => {
  const alerted = await recordAccount({ alert: { actionGroupId: '/actionGroups/owner', availabilityPercent: 99 } });
  expect(inputsOf(alerted, 'monitor:MetricAlert')).toMatchObject({
    ruleName: 'oai-example-availability',
    scopes: ['${openai-account#id}'],
    criteria: { allOf: [{ metricName: 'AzureOpenAIAvailabilityRate', operator: 'LessThan', threshold: 99 }] },
  });
  expect(ofType(one, 'azure-native:monitor:MetricAlert')).toEqual([]);
});
