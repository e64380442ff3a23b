import { ResourceGroup } from '@pulumi/azure-native/resources';
import { allowHuggingFace } from '../../../../constructs/azure/endpoint/hugging-face-outbound';
import type { ManagedDeployment } from '../../../../constructs/azure/endpoint/ml-online-endpoint';
import { MlOnlineEndpoint } from '../../../../constructs/azure/endpoint/ml-online-endpoint';
import type { Recording } from '../../../../lib/graph';
import { azureContainer, azureEndpoint } from '../../../helpers/azure-plan-fixture';
import {
  diagnosticsOf,
  inputsOf,
  landingZone,
  ofType,
  onlyOfType,
  reader,
  recordProgram,
  rolesOf,
  waitsFor,
} from '../../../helpers/azure-recording';
import { at } from '../../../helpers/json-path';

const endpointType = 'azure-native:machinelearningservices:OnlineEndpoint';
const environmentType = 'azure-native:machinelearningservices:EnvironmentVersion';
const deploymentType = 'azure-native:machinelearningservices:OnlineDeployment';

function recordEndpoint(deployment: Partial<ManagedDeployment> = {}): Promise<Recording> {
  return recordWhole({ ...azureEndpoint(), ...deployment });
}

function recordWhole(deployment: ManagedDeployment): Promise<Recording> {
  return recordProgram(() => {
    const endpoint = new MlOnlineEndpoint('chat', {
      deployment,
      workspaceName: 'mlw-example',
      identityId: '/identities/example',
      dependsOn: [new ResourceGroup('awaited', {})],
      alertContactId: '/actionGroups/owner',
      landingZone: landingZone(),
    });
    endpoint.grants.invoke('chat-reader', reader);
    endpoint.grants.release('chat-releaser', reader);
  });
}

let recording: Recording;
beforeAll(async () => {
  recording = await recordEndpoint();
});

test('accepts tokens of identities only, from no public address, and runs as the given identity', () => {
  expect(inputsOf(recording, 'machinelearningservices:OnlineEndpoint')).toMatchObject({
    endpointName: 'support-dev-chat',
    workspaceName: 'mlw-example',
    identity: { type: 'UserAssigned', userAssignedIdentities: ['/identities/example'] },
    properties: { authMode: 'AADToken', publicNetworkAccess: 'Disabled' },
  });
});

test('starts without traffic and keeps the shares that a release step wrote', () => {
  const endpoint = onlyOfType(recording, endpointType);
  expect(endpoint.inputs).toMatchObject({ properties: { traffic: {} } });
  expect(endpoint.ignoreChanges).toEqual(['properties.traffic']);
});

test('the deployment has the size, image, model and limits of its props, and no outbound access', () => {
  expect(inputsOf(recording, 'machinelearningservices:OnlineDeployment')).toMatchObject({
    deploymentName: 'chat-0123456789',
    endpointName: 'support-dev-chat',
    sku: { name: 'Default', capacity: 1 },
    properties: {
      instanceType: 'Standard_NC24ads_A100_v4',
      environmentId: '${chat-environment-0000000000b2#id}',
      model: 'azureml://registries/mlr-support-dev/models/chat/versions/1',
      modelMountPath: '/models',
      egressPublicNetworkAccess: 'Disabled',
      requestSettings: { maxConcurrentRequestsPerInstance: 32, requestTimeout: 'PT180S' },
    },
  });
});

test('passes the arguments of the engine in variables, because the command cannot be overridden', () => {
  const { properties } = inputsOf(recording, 'machinelearningservices:OnlineDeployment');
  expect(at(properties, 'environmentVariables')).toEqual({
    HF_HUB_OFFLINE: '1',
    SM_VLLM_MODEL: '/models',
    SM_VLLM_MAX_MODEL_LEN: '8192',
  });
});

test('a model of a public registry brings its own image: nothing is mounted and no environment is made', async () => {
  const { container, ...rest } = azureEndpoint();
  expect(container).toBeDefined();
  const modelUri = 'azureml://registries/HuggingFace/models/qwen-qwen3-8b/versions/3';
  const bare = await recordWhole({ ...rest, environment: {}, modelUri });
  const { properties } = inputsOf(bare, 'machinelearningservices:OnlineDeployment');
  expect(properties).toMatchObject({ model: modelUri, environmentVariables: {} });
  expect(properties).not.toHaveProperty('environmentId');
  expect(properties).not.toHaveProperty('modelMountPath');
  expect(bare.registrations.filter(({ type }) => type.includes('Environment'))).toEqual([]);
});

test('downloads from the hub over one rule per host, each after the other', async () => {
  const rules = ofType(
    await recordProgram(() => {
      const opts = { dependsOn: new ResourceGroup('network', {}) };
      allowHuggingFace('hub', { workspaceName: 'mlw', resourceGroupName: 'rg' }, opts);
    }),
    'azure-native:machinelearningservices:ManagedNetworkSettingsRule',
  );
  expect(rules.map(({ inputs }) => at(inputs, 'properties', 'destination'))).toContain('cdn-lfs.huggingface.co');
  expect(rules.every(({ dependencies }) => dependencies.length === 1)).toBe(true);
  expect(new Set(rules.flatMap(({ dependencies }) => dependencies)).size).toBe(rules.length);
});

test.each([
  [1800, 180],
  [95, 10],
])('with %s s to start, a container may fail %s probes before it answers, and three after it', async (time, count) => {
  const { properties } = inputsOf(
    await recordEndpoint({ startupTimeoutSeconds: time }),
    'machinelearningservices:OnlineDeployment',
  );
  const common = { period: 'PT10S', timeout: 'PT2S', successThreshold: 1 };
  const untilLoaded = { ...common, initialDelay: 'PT10S', failureThreshold: count };
  expect(at(properties, 'startupProbe')).toEqual(untilLoaded);
  expect(at(properties, 'readinessProbe')).toEqual(untilLoaded);
  expect(at(properties, 'livenessProbe')).toEqual({ ...common, initialDelay: `PT${time}S`, failureThreshold: 3 });
});

test('is created after everything it depends on', () => {
  const awaited = onlyOfType(recording, 'azure-native:resources:ResourceGroup');
  expect(waitsFor(recording, onlyOfType(recording, endpointType), awaited)).toBe(true);
  expect(waitsFor(recording, onlyOfType(recording, deploymentType), awaited)).toBe(true);
});

test('another image changes the deployment in place, and its own environment stays until the deployment has left it', async () => {
  const other = await recordEndpoint({ container: azureContainer('c7') });
  const urns = [recording, other].map((each) => onlyOfType(each, deploymentType).urn);
  const names = [recording, other].map((each) => onlyOfType(each, deploymentType).inputs['deploymentName']);
  expect(new Set([...urns, ...names]).size).toBe(2);
  const environments = [recording, other].map((each) => onlyOfType(each, environmentType));
  expect(new Set(environments.map(({ urn }) => urn)).size).toBe(2);
  expect(environments.some(({ retainOnDelete }) => retainOnDelete)).toBe(false);
});

test('a destroy deletes the endpoint before the image of its deployment', () => {
  expect(waitsFor(recording, onlyOfType(recording, endpointType), onlyOfType(recording, environmentType))).toBe(true);
});

test('leaves a deployment with another name in Azure, where it still has the traffic', () => {
  const deployment = onlyOfType(recording, deploymentType);
  expect(deployment.retainOnDelete).toBe(true);
  expect(deployment.customTimeouts).toEqual({ create: '3h', update: '3h' });
});

test('collects events and traffic, and not the console, which may contain prompts', () => {
  expect(diagnosticsOf(recording)).toEqual([
    ['${chat-endpoint#id}', ['AmlOnlineEndpointEventLog', 'AmlOnlineEndpointTrafficLog']],
  ]);
});

test('lets one identity call the endpoint, and another deploy to it', () => {
  const grant = { principalId: reader.principalId, scope: '${chat-endpoint#id}' };
  expect(rolesOf(recording)).toEqual([
    { name: 'chat-reader-endpoint-caller', role: 'endpoint caller', ...grant },
    { name: 'chat-releaser-endpoint-releaser', role: 'endpoint releaser', ...grant },
  ]);
});

const scaling = { minInstances: 2, maxInstances: 4, addAbove: 60, removeBelow: 24, cooldownSeconds: 900 };
const alerts = { latencyP99Ms: 40_000, errorsPerMinute: 2, throttledPerMinute: 3 };

test('scales the deployment with the requests of the endpoint, and leaves the count to scaling', async () => {
  const scaled = await recordEndpoint({ instanceCount: 2, scaling });
  const setting = inputsOf(scaled, 'monitor:AutoscaleSetting');
  expect(setting).toMatchObject({
    targetResourceUri: '${chat-deployment#id}',
    profiles: [{ capacity: { minimum: '2', maximum: '4', default: '2' } }],
  });
  const rules = [0, 1].map((index) => at(setting, 'profiles', 0, 'rules', index));
  expect(rules).toMatchObject([
    {
      metricTrigger: { metricName: 'RequestsPerMinute', metricResourceUri: '${chat-endpoint#id}', threshold: 60 },
      scaleAction: { direction: 'Increase', value: '1', cooldown: 'PT900S' },
    },
    { metricTrigger: { operator: 'LessThan', threshold: 24 }, scaleAction: { direction: 'Decrease' } },
  ]);
  expect(onlyOfType(scaled, deploymentType).ignoreChanges).toEqual(['sku.capacity']);
  expect(onlyOfType(recording, deploymentType).ignoreChanges).toEqual([]);
  expect(ofType(recording, 'azure-native:monitor:AutoscaleSetting')).toEqual([]);
});

test('alerts on slow answers, errors and refused requests with metrics that the endpoint has', async () => {
  const rules = ofType(await recordEndpoint({ alerts }), 'azure-native:monitor:MetricAlert');
  const criteria = rules.map(({ inputs }) => at(inputs, 'criteria', 'allOf', 0));
  expect(
    criteria.map((criterion) => [
      at(criterion, 'metricName'),
      at(criterion, 'threshold'),
      at(criterion, 'dimensions', 0, 'values'),
    ]),
  ).toEqual([
    ['RequestsPerMinute', 2, ['500', '502', '503', '504']],
    ['RequestLatency_P99', 40_000, undefined],
    ['RequestsPerMinute', 3, ['429']],
  ]);
  for (const { inputs } of rules) {
    expect(inputs).toMatchObject({ location: 'global', actions: [{ actionGroupId: '/actionGroups/owner' }] });
  }
});
