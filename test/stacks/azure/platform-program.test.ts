import type { Recording } from '../../../lib/graph';
import { readRecording } from '../../../lib/graph';
import type { SettledPlan } from '../../../lib/plan';
import { platformProgram, record, stackConfig } from '../../../stacks/azure';
import { azureEndpoint, azureModel, azurePlan, planWithoutAzure, settledPlan } from '../../helpers/azure-plan-fixture';
import { ofType, onlyOfType, rolesOf, waitsFor } from '../../helpers/azure-recording';
import { codedErrorOf } from '../../helpers/coded-error';

function recordPlan(plan: SettledPlan, config = stackConfig(plan)): Promise<Recording> {
  return record(() => Promise.resolve(platformProgram(plan)), {
    project: 'llmops-kit',
    stack: plan.environment,
    organization: 'example',
    config,
  });
}

function withDeployment(
  environment: string,
  deployment: Partial<ReturnType<typeof azurePlan>['deployment']>,
): SettledPlan {
  const azure = azurePlan(environment);
  return settledPlan(environment, { ...azure, deployment: { ...azure.deployment, ...deployment } });
}

let dev: Recording;
let prod: Recording;

beforeAll(async () => {
  dev = await recordPlan(settledPlan('dev'));
  prod = await recordPlan(settledPlan('prod'));
});

describe('what is recorded', () => {
  test('the same program gives the same bytes, whatever is recorded or fails beside it', async () => {
    const results = await Promise.allSettled([
      recordPlan(settledPlan('prod')),
      recordPlan(planWithoutAzure('dev'), {}),
      recordPlan(settledPlan('dev')),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const recordings = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(JSON.stringify(recordings)).toBe(JSON.stringify([prod, dev]));
  });

  test('the program runs without a problem and nothing it refers to is unknown', () => {
    expect(dev.problems).toEqual([]);
    expect(JSON.stringify(dev)).not.toContain('[unknown]');
  });

  test('environments differ in no address but the name of the stack, and in the locks of retained data', () => {
    const addresses = (recording: Recording) =>
      recording.registrations.map(({ urn }) => urn.replaceAll(recording.stack, 'ENV'));
    const extra = addresses(prod).filter((urn) => !addresses(dev).includes(urn));
    expect(addresses(dev).filter((urn) => !addresses(prod).includes(urn))).toEqual([]);
    expect(extra.every((urn) => urn.includes('ManagementLockByScope'))).toBe(true);
  });

  test('a further model, endpoint and store change no other address', async () => {
    const more = await recordPlan(
      withDeployment('dev', {
        models: {
          another: azureModel({ deploymentName: 'another', contentFilterName: 'a-filter' }),
          frontier: azureModel(),
        },
        endpoints: { another: azureEndpoint({ endpointName: 'another' }), chat: azureEndpoint() },
        search: {
          another: { serviceName: 'srch-another', sku: 'basic', replicaCount: 1, partitionCount: 1 },
          ...azurePlan('dev').deployment.search,
        },
      }),
    );
    const urns = new Set(more.registrations.map(({ urn }) => urn));
    expect(dev.registrations.filter(({ urn }) => !urns.has(urn))).toEqual([]);
  });

  test('four stages hold every resource', () => {
    const graph = readRecording(prod, 'prod');
    expect([...new Set(graph.map(({ stack }) => stack))]).toEqual([
      'deployment',
      'evaluation',
      'experimentation',
      'initialization',
    ]);
  });

  test('every resource that can carry tags has the planned ones', () => {
    const untaggable = [
      'authorization:ManagementLockByScope',
      'authorization:RoleAssignment',
      'machinelearningservices:EnvironmentContainer',
      'machinelearningservices:EnvironmentVersion',
      'machinelearningservices:ManagedNetworkSettingsRule',
      'monitor:DiagnosticSetting',
      'monitor:PrivateLinkScopedResource',
      'network:PrivateDnsZoneGroup',
      'network:Subnet',
      'storage:BlobContainer',
      'storage:BlobServiceProperties',
    ].map((type) => `azure-native:${type}`);
    const { tags } = settledPlan('prod');
    const bare = prod.registrations.filter(({ custom, inputs }) => custom && inputs['tags'] === undefined);
    expect([...new Set(bare.map(({ type }) => type))].toSorted()).toEqual(untaggable);
    for (const { inputs } of prod.registrations) expect([undefined, tags]).toContainEqual(inputs['tags']);
  });
});

test('a platform without an Azure OpenAI model has no account', async () => {
  const deployment = { models: {}, search: {}, endpoints: {} };
  const none = await recordPlan(settledPlan('dev', azurePlan('dev', { deployment })));
  expect(none.registrations.filter(({ type }) => type.includes('cognitiveservices'))).toEqual([]);
});

describe('an online endpoint', () => {
  test('starts its container after the roles of the identity and the outbound rules of the network', () => {
    const deployment = onlyOfType(dev, 'azure-native:machinelearningservices:OnlineDeployment');
    const awaited = dev.registrations.filter(
      ({ type, name }) =>
        type === 'azure-native:machinelearningservices:ManagedNetworkSettingsRule' ||
        /^(storage-workload|container-registry-workload|ml-registry-work|ml-workspace-azure-ai)/.test(name),
    );
    expect(awaited).toHaveLength(7);
    expect(awaited.filter((other) => !waitsFor(dev, deployment, other))).toEqual([]);
  });

  test('leaves a deployment with another name in Azure, where it still has the traffic', () => {
    const kept = dev.registrations.filter(({ retainOnDelete }) => retainOnDelete).map(({ name }) => name);
    expect(kept).toEqual(['endpoint-chat-deployment']);
  });
});

test('search services embed with the account one after the other, after its deployments, and may call it', async () => {
  const [handbook] = Object.values(azurePlan('dev').deployment.search);
  if (handbook === undefined) throw new Error('the fixture has a search service');
  const embedding = { deploymentName: 'embed', linkName: 'openai' };
  const search = { handbook: { ...handbook, embedding }, faq: { ...handbook, serviceName: 'srch-faq', embedding } };
  const recording = await recordPlan(withDeployment('dev', { search }));
  const links = ofType(recording, 'azure-native:search:SharedPrivateLinkResource');
  const [first, second] = links.toSorted((a, b) => (waitsFor(recording, a, b) ? 1 : -1));
  const deployment = onlyOfType(recording, 'azure-native:cognitiveservices:Deployment');
  expect(links).toHaveLength(2);
  expect(first !== undefined && waitsFor(recording, first, deployment)).toBe(true);
  expect(first !== undefined && second !== undefined && waitsFor(recording, second, first)).toBe(true);
  const roles = rolesOf(recording).map((role) => JSON.stringify(role));
  for (const key of ['handbook', 'faq'])
    expect(roles.find((role) => role.includes(`"openai-search-${key}-cognitive-services-openai-user"`))).toBeDefined();
});

test('a managed network gets its outbound rules one at a time', () => {
  const rules = ofType(dev, 'azure-native:machinelearningservices:ManagedNetworkSettingsRule');
  const [monitor, registry] = ['monitor', 'registry'].map((rule) =>
    rules.find(({ inputs }) => inputs['ruleName'] === rule),
  );
  expect(rules).toHaveLength(2);
  expect(monitor !== undefined && registry !== undefined && waitsFor(dev, registry, monitor)).toBe(true);
});

describe('retention', () => {
  test('retained data can neither be deleted nor replaced, and nothing else is protected', () => {
    const stateful = readRecording(prod, 'prod').filter((node) => node.stateful);
    expect(stateful).toHaveLength(9);
    expect(stateful.filter((node) => !node.retained)).toEqual([]);
    expect(prod.registrations.filter(({ protect }) => protect).map(({ urn }) => urn)).toEqual(
      stateful.map(({ address }) => address).toSorted(),
    );
  });

  test('secrets and blobs are locked as well', () => {
    const locks = ofType(prod, 'azure-native:authorization:ManagementLockByScope');
    expect(locks.map(({ name }) => name)).toEqual(['key-vault-lock', 'storage-lock']);
    expect(locks.map(({ inputs }) => inputs['level'])).toEqual(['CanNotDelete', 'CanNotDelete']);
  });

  test('an environment that may be destroyed protects nothing', () => {
    expect(dev.registrations.filter(({ protect }) => protect)).toEqual([]);
    expect(readRecording(dev, 'dev').filter((node) => node.stateful && node.retained)).toEqual([]);
    expect(ofType(dev, 'azure-native:authorization:ManagementLockByScope')).toEqual([]);
  });
});

describe('the guards of the program', () => {
  test('fails before anything is declared when the stack file names another subscription', async () => {
    const plan = settledPlan('dev');
    const config = { ...stackConfig(plan), 'azure-native:subscriptionId': '00000000-0000-4000-8000-0000000000ff' };
    expect(await codedErrorOf(() => recordPlan(plan, config))).toMatchObject({
      code: 'StackConfigDiffers',
      place: 'azure-native:subscriptionId',
      got: '00000000-0000-4000-8000-0000000000ff',
      expected: '00000000-0000-4000-8000-0000000000d1',
    });
  });

  test('fails without an Azure side', async () => {
    expect(await codedErrorOf(() => recordPlan(planWithoutAzure('dev'), {}))).toMatchObject({
      code: 'MissingTarget',
      place: 'dev',
    });
  });

  test('fails when the network lacks the DNS zone of a private endpoint', async () => {
    const azure = azurePlan('dev');
    const { initialization } = azure;
    const network = { ...initialization.network, privateDnsZones: ['privatelink.azurecr.io'] };
    const plan = settledPlan('dev', { ...azure, initialization: { ...initialization, network } });
    expect(await codedErrorOf(() => recordPlan(plan))).toMatchObject({
      code: 'MissingPrivateDnsZone',
      place: 'key-vault-private: landingZone.privateDnsZoneIds',
      got: ['privatelink.azurecr.io'],
      expected: 'the zone privatelink.vaultcore.azure.net',
    });
  });
});
