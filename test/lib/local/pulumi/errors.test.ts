import { createLocalPulumi } from '../../../../lib/local/pulumi';
import { CloudIndex } from '../../../../lib/local/pulumi/cloud-index';
import { answerInvoke, answerRead } from '../../../../lib/local/pulumi/data-source';
import { Identifiers } from '../../../../lib/local/pulumi/identifier';
import type { DeploymentState } from '../../../../lib/local/pulumi/model';
import { secret } from '../../../../lib/local/pulumi/property-value';
import { RegisteredResources } from '../../../../lib/local/pulumi/registered-resources';
import { SecretSeal } from '../../../../lib/local/pulumi/sealed-secret';
import { StateStore } from '../../../../lib/local/pulumi/state-store';
import { Harness, registration, resourceGroup, stackUrn, urnOf } from './builders';

const seal = new SecretSeal('key');

/** The details of the error that an action throws. */
function thrown(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  return 'nothing';
}

const stateOf = (project: string, stack: string): DeploymentState => ({
  version: 1,
  project,
  stack,
  resources: [],
  outputs: {},
  retained: [],
  softDeleted: [],
});

describe('a stack by its name', () => {
  const store = new StateStore(undefined);
  for (const [project, stack] of [
    ['kit', 'dev'],
    ['other', 'dev'],
    ['kit', 'qa'],
  ] as const)
    store.put({ state: stateOf(project, stack), outputs: {} });

  test.each(['qa', 'kit/qa', 'acme/kit/qa'])('is found as %s', (reference) => {
    expect(store.find(reference).state).toMatchObject({ project: 'kit', stack: 'qa' });
  });

  test('fails when no stack has it, and lists those there are', () => {
    expect(thrown(() => store.find('prod'))).toMatchObject({
      code: 'UnknownStack',
      place: 'prod',
      expected: 'one of kit/dev, kit/qa, other/dev',
      fault: 'user',
    });
    expect(thrown(() => new StateStore(undefined).find('prod'))).toMatchObject({ expected: 'a stack' });
  });

  test('fails when several projects have it', () => {
    expect(thrown(() => store.find('dev'))).toMatchObject({
      code: 'AmbiguousStack',
      got: ['kit', 'other'],
      expected: 'project/stack',
    });
  });
});

describe('what a program reads', () => {
  const sources = {
    index: new CloudIndex([], []),
    identifiers: new Identifiers('seed'),
    stackOutputs: () => ({ open: 'value', token: seal.seal(secret('hidden-value')) }),
  };
  const place = { stack: 'dev', project: 'kit' };

  test('fails when it does not exist', () => {
    const request = { type: 'azure-native:storage:StorageAccount', name: 'st', id: '/subscriptions/s/x', inputs: {} };
    expect(thrown(() => answerRead(request, sources, place))).toMatchObject({
      code: 'ResourceNotFound',
      place: 'urn:pulumi:dev::kit::azure-native:storage:StorageAccount::st',
      got: '/subscriptions/s/x',
    });
  });

  test('fails when it is a secret of which only the digest is left', () => {
    const request = { type: 'pulumi:pulumi:StackReference', name: 'ref', id: 'acme/kit/qa', inputs: {} };
    expect(thrown(() => answerRead(request, sources, place))).toMatchObject({
      code: 'SecretOutputLost',
      place: 'stack acme/kit/qa',
      message: expect.stringContaining('secret outputs token are not kept') as unknown,
    });
  });

  test('fails on a function that the engine does not know, and on one of a resource that does not exist', () => {
    const call = (token: string, args = {}) =>
      answerInvoke({ token, args, settings: { subscriptionId: 's' } }, sources, () => undefined);
    expect(call('azure-native:storage:listStorageAccountKeys')).toEqual({
      failures: [
        {
          property: 'azure-native:storage:listStorageAccountKeys',
          reason: 'the local engine has no answer to this function: pass the value by configuration',
        },
      ],
    });
    expect(call('azure-native:resources:getResourceGroup', { resourceGroupName: 'rg' })).toEqual({
      failures: [
        {
          property: 'azure-native:resources:getResourceGroup',
          reason: '/subscriptions/s/resourceGroups/rg does not exist in the local cloud: create it in a stack first',
        },
      ],
    });
  });
});

test('fails on outputs of a resource that is not registered', () => {
  const resources = new RegisteredResources(seal, () => '');
  expect(
    thrown(() => {
      resources.setOutputs('urn:pulumi:dev::kit::a:b:C::c', {});
    }),
  ).toMatchObject({ code: 'UnregisteredOutputs', place: 'urn:pulumi:dev::kit::a:b:C::c', fault: 'kit' });
});

test('fails on a run of an engine that is closed', async () => {
  const engine = createLocalPulumi();
  await engine.close();
  const program = { root: '/', main: 'index.js', project: 'kit', stack: 'dev', config: {} };
  await expect(engine.destroy(program)).rejects.toMatchObject({ code: 'EngineClosed', place: 'kit/dev' });
});

test('fails on a second run of a stack while the first one lasts', async () => {
  const engine = createLocalPulumi();
  const program = { root: '/', main: 'index.js', project: 'kit', stack: 'dev', config: {} };
  const first = engine.destroy(program);
  await expect(engine.destroy(program)).rejects.toMatchObject({ code: 'StackBusy', place: 'kit/dev' });
  await expect(first).resolves.toMatchObject({ ok: true });
  await expect(engine.destroy(program)).resolves.toMatchObject({ ok: true });
});

test.each([
  ['a parent that is not registered', { parent: `${stackUrn}-other` }, 'UnknownParent'],
  ['a component of another language', { remote: true }, 'UnsupportedComponent'],
  ['an import', { importId: '/subscriptions/s/resourceGroups/rg' }, 'UnsupportedImport'],
])('fails on %s with a problem that says what is expected', (_name, more, code) => {
  const { problems } = new Harness().up(resourceGroup(more));
  expect(problems).toMatchObject([
    {
      code,
      got: expect.any(String) as unknown,
      expected: expect.any(String) as unknown,
      fix: expect.any(String) as unknown,
    },
  ]);
});

test('fails on an alias that two resources name, as a problem of the second', () => {
  const engine = new Harness();
  engine.up(resourceGroup());
  const claim = (name: string) =>
    resourceGroup({ name, aliases: [{ name: 'group', parent: stackUrn }] }, { resourceGroupName: name });
  expect(engine.up(claim('one'), claim('two')).problems).toMatchObject([
    { code: 'DuplicateAlias', urn: urnOf(claim('two')) },
  ]);
});

test('fails on a type or module that the engine lacks, and suggests the type that was meant', () => {
  const of = (type: string) => new Harness().up(resourceGroup(), registration(type, 'it', {})).problems;
  expect(of('azure-native:storage:StorageAcount')).toMatchObject([
    { code: 'UnknownType', fix: 'did you mean StorageAccount?' },
  ]);
  expect(of('azure-native:databricks:Workspace')).toMatchObject([{ code: 'UnsupportedModule' }]);
});
