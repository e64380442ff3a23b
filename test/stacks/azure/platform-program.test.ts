import type { Recording } from '../../../lib/graph';
import { readRecording } from '../../../lib/graph';
import type { SettledPlan } from '../../../lib/plan';
import { azureStages, stackConfig } from '../../../stacks/azure';
import { azureEndpoint, azureModel, azurePlan, planWithoutAzure, settledPlan } from '../../helpers/azure-plan-fixture';
import { recordEnvironment, recordStage } from '../../helpers/azure-platform';
import { leavesOf, ofType, onlyOfType, rolesOf, waitsFor } from '../../helpers/azure-recording';
import { codedErrorOf } from '../../helpers/coded-error';

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
  dev = await recordEnvironment(settledPlan('dev'));
  prod = await recordEnvironment(settledPlan('prod'));
});

describe('what is recorded', () => {
  test('the same program gives the same bytes, whatever is recorded or fails beside it', async () => {
    const results = await Promise.allSettled([
      recordEnvironment(settledPlan('prod')),
      recordEnvironment(planWithoutAzure('dev')),
      recordEnvironment(settledPlan('dev')),
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
      recording.registrations.map(({ urn }) => urn.replaceAll(`${recording.stack}-`, 'ENV-'));
    const extra = addresses(prod).filter((urn) => !addresses(dev).includes(urn));
    expect(addresses(dev).filter((urn) => !addresses(prod).includes(urn))).toEqual([]);
    expect(extra.filter((urn) => !/ManagementLockByScope/.test(urn))).toEqual([]);
  });

  test('a further model, endpoint and store change no other address', async () => {
    const more = await recordEnvironment(
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
      'authorization:RoleDefinition',
      'machinelearningservices:EnvironmentContainer',
      'machinelearningservices:EnvironmentVersion',
      'machinelearningservices:ManagedNetworkSettingsRule',
      'managedidentity:FederatedIdentityCredential',
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
  const none = await recordEnvironment(settledPlan('dev', azurePlan('dev', { deployment })));
  expect(none.registrations.filter(({ type }) => type.includes('cognitiveservices'))).toEqual([]);
});

describe('an online endpoint', () => {
  test('starts its container after the roles of the identity and the outbound rules, which earlier stages deploy', () => {
    const awaited = dev.registrations.filter(
      ({ type, name }) =>
        type === 'azure-native:machinelearningservices:ManagedNetworkSettingsRule' ||
        /^(storage|container-registry|ml-registry|ml-workspace)-runtime|^ml-(registry-workspace|workspace-azure-ai)/.test(
          name,
        ),
    );
    expect(awaited).toHaveLength(8);
    expect(awaited.filter(({ urn }) => urn.startsWith('urn:pulumi:dev-deployment::'))).toEqual([]);
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
  const recording = await recordEnvironment(withDeployment('dev', { search }));
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

describe('retention', () => {
  test('retained data can neither be deleted nor replaced, nor what leads to it', () => {
    const stateful = readRecording(prod, 'prod').filter((node) => node.stateful);
    expect(stateful).toHaveLength(9);
    expect(stateful.filter((node) => !node.retained)).toEqual([]);
    const data = new Set(stateful.map(({ address }) => address));
    const others = prod.registrations.filter(({ protect, urn }) => protect && !data.has(urn));
    const landingZone = /PrivateNetwork|DestroyGuard|ResourceGroup::/;
    expect(others.filter(({ urn }) => !landingZone.test(urn)).map(({ urn }) => urn)).toEqual([]);
    const leading = prod.registrations.filter(({ urn }) => landingZone.test(urn));
    expect(leading.filter(({ protect }) => !protect).map(({ urn }) => urn)).toEqual([]);
  });

  test.each(azureStages)('a destroy of %s in production reaches its guard before anything else', async (stage) => {
    const leaves = leavesOf(await recordStage(settledPlan('prod'), stage));
    expect(leaves.map(({ name, protect }) => [name, protect])).toEqual([['guard', true]]);
  });

  test('the group of retained data stays when the stack is removed', () => {
    expect(onlyOfType(prod, 'azure-native:resources:ResourceGroup').retainOnDelete).toBe(true);
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

describe('stages', () => {
  test('each is a stack with its own resources and no stack reference', async () => {
    for (const stage of azureStages) {
      const { stack, registrations } = await recordStage(settledPlan('dev'), stage);
      expect(stack).toBe(`dev-${stage}`);
      expect(registrations.map(({ type }) => type)).not.toContain('pulumi:pulumi:StackReference');
    }
  });

  test('what only the cloud knows is published once, and read where the plan says so', () => {
    const { handOffs } = azurePlan('dev');
    const keys = ofType(dev, 'azure-native:appconfiguration:KeyValue');
    expect(keys.map(({ inputs }) => inputs['keyValueName']).toSorted()).toEqual(
      handOffs.map(({ name }) => encodeURIComponent(`/llmops/support-assistant/dev/${name}`).replaceAll('%', '~')),
    );
    const read = (stage: string) =>
      new Set(
        dev.registrations
          .filter(({ urn }) => urn.startsWith(`urn:pulumi:dev-${stage}::`))
          .flatMap(
            ({ inputs }) => JSON.stringify(inputs).match(/(?<=\$\{\/llmops\/support-assistant\/dev\/)[^#]+/g) ?? [],
          ),
      );
    for (const stage of azureStages) {
      const planned = handOffs.filter(({ consumers }) => consumers.includes(stage)).map(({ name }) => name);
      expect([...read(stage)].toSorted()).toEqual(planned);
    }
  });
});

describe('the guards of the program', () => {
  test('fails before anything is declared when the stack file names another subscription', async () => {
    const plan = settledPlan('dev');
    const config = () => ({
      ...stackConfig(plan, 'evaluation'),
      'azure-native:subscriptionId': '00000000-0000-4000-8000-0000000000ff',
    });
    expect(await codedErrorOf(() => recordStage(plan, 'evaluation', config))).toMatchObject({
      code: 'StackConfigDiffers',
      place: 'azure-native:subscriptionId',
      message: expect.stringContaining('the stack dev-evaluation is not configured as planned') as string,
      got: '00000000-0000-4000-8000-0000000000ff',
      expected: '00000000-0000-4000-8000-0000000000d1',
    });
  });

  test('fails when the stack file is that of another stage', async () => {
    const plan = settledPlan('dev');
    const config = () => stackConfig(plan, 'deployment');
    expect(await codedErrorOf(() => recordStage(plan, 'evaluation', config))).toMatchObject({
      code: 'StackConfigDiffers',
      place: 'llmops-kit:stage',
    });
  });

  test('fails without an Azure side', async () => {
    expect(await codedErrorOf(() => recordStage(planWithoutAzure('dev'), 'deployment', () => ({})))).toMatchObject({
      code: 'MissingTarget',
      place: 'dev',
    });
  });

  test('fails when the network lacks the DNS zone of a private endpoint', async () => {
    const azure = azurePlan('dev');
    const { initialization } = azure;
    const network = { ...initialization.network, privateDnsZones: ['privatelink.azurecr.io'] };
    const plan = settledPlan('dev', { ...azure, initialization: { ...initialization, network } });
    expect(await codedErrorOf(() => recordStage(plan, 'initialization'))).toMatchObject({
      code: 'MissingPrivateDnsZone',
      place: 'key-vault-private: landingZone.privateDnsZoneIds',
      got: ['privatelink.azurecr.io'],
      expected: 'the zone privatelink.vaultcore.azure.net',
    });
  });
});
