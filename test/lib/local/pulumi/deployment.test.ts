import { parseUrn } from '../../../../lib/graph/urn';
import { isSecret, secret, unknownMarker, valueAt } from '../../../../lib/local/pulumi/property-value';
import { formatState } from '../../../../lib/local/pulumi/state-store';
import {
  account,
  deploymentOf,
  Harness,
  registration,
  resourceGroup,
  stackUrn,
  subscription,
  textLike,
  urnOf,
} from './builders';

const chat = deploymentOf('chat');
const embed = deploymentOf('embed', { dependencies: [urnOf(account()), urnOf(chat)] });

describe('steps of an update', () => {
  test('creates everything once and then says same for every resource', () => {
    const engine = new Harness();
    const program = [resourceGroup(), account(), chat, embed];
    expect(engine.up(...program).steps).toEqual(['create group', 'create account', 'create chat', 'create embed']);
    const before = engine.state;
    expect(engine.up(...program).steps).toEqual(['same group', 'same account', 'same chat', 'same embed']);
    expect(engine.state).toEqual(before);
  });

  test('updates in place what the service can change and names the changed path', () => {
    const engine = new Harness();
    engine.up(resourceGroup(), account(), chat);
    const { record } = engine.up(resourceGroup(), account(), deploymentOf('chat', {}, 20));
    expect(record.steps.at(-1)).toMatchObject({ op: 'update', name: 'chat', diff: ['sku.capacity'] });
  });

  test.each([
    // A deleted account keeps its name, so the replacement must restore it.
    ['its location', { location: 'westeurope', properties: { restore: true } }, ['location']],
    ['its name', { accountName: 'other' }, ['accountName']],
  ])('replaces an account that changes %s, and its deployments with it', (_, inputs, replaceKeys) => {
    const engine = new Harness();
    engine.up(resourceGroup(), account(), chat);
    const { record } = engine.up(resourceGroup(), account({}, inputs), {
      ...chat,
      inputs: { ...chat.inputs, accountName: 'accountName' in inputs ? inputs.accountName : 'aoai' },
    });
    expect(record.steps.find((step) => step.name === 'account')).toMatchObject({
      op: 'replace',
      replaceKeys,
      deleteBeforeReplace: true,
    });
    expect(record.steps.find((step) => step.name === 'chat')).toMatchObject({ op: 'replace' });
  });

  test('replaces where the program says so, and create comes first when the engine chose the name', () => {
    const engine = new Harness();
    const component = (retention: number) =>
      registration(
        'azure-native:operationalinsights:Workspace',
        'logs',
        { resourceGroupName: 'rg', location: 'swedencentral', retentionInDays: retention },
        { replaceOnChanges: ['retentionInDays'] },
      );
    engine.up(resourceGroup(), component(30));
    const named = engine.state.resources.at(-1)?.autoName;
    expect(named).toMatch(/^logs[0-9a-f]{8}$/);
    const { record } = engine.up(resourceGroup(), component(90));
    expect(record.steps.at(-1)).toMatchObject({ op: 'replace', diff: ['retentionInDays'], deleteBeforeReplace: false });
    expect(engine.state.resources.at(-1)?.autoName).toBe(named);
  });

  test('ignores changes that the program asks to ignore, in secrets too', () => {
    const engine = new Harness();
    const vault = registration('azure-native:keyvault:Vault', 'vault', {
      vaultName: 'kv-kit',
      resourceGroupName: 'rg',
      properties: { tenantId: 't', sku: { family: 'A', name: 'standard' } },
    });
    const token = (value: string) =>
      registration(
        'azure-native:keyvault:Secret',
        'token',
        { vaultName: 'kv-kit', resourceGroupName: 'rg', properties: { value: secret(value) } },
        { ignoreChanges: ['properties.value'], dependencies: [urnOf(vault)] },
      );
    engine.up(resourceGroup(), vault, token('one-secret'));
    expect(engine.up(resourceGroup(), vault, token('two-secret')).steps.at(-1)).toBe('same token');
    const watched = { ...token('two-secret'), ignoreChanges: [] };
    expect(engine.up(resourceGroup(), vault, watched).steps.at(-1)).toBe('update token');
  });

  test('deletes what the program no longer registers, dependents first', () => {
    const engine = new Harness();
    engine.up(resourceGroup(), account(), chat, embed);
    expect(engine.up(resourceGroup()).steps).toEqual(['same group', 'delete embed', 'delete chat', 'delete account']);
    expect(engine.state.resources.map((resource) => resource.name)).toEqual(['kit-dev', 'group']);
  });

  test('follows a rename through an alias, for the children of a renamed component as well', () => {
    const engine = new Harness();
    const component = (name: string, aliases: readonly { name: string; parent: string }[]) =>
      registration('kit:azure:Foundry', name, {}, { custom: false, aliases });
    const child = (parent: string) =>
      resourceGroup({ name: `${parent}-group`, parent: `urn:pulumi:dev::kit::kit:azure:Foundry::${parent}` });
    engine.up(component('old', []), child('old'));
    const moved = engine.up(component('new', [{ name: 'old', parent: stackUrn }]), child('new'));
    expect(moved.steps).toEqual(['same new', 'same new-group']);
    expect(engine.state.resources.map(({ urn }) => parseUrn(urn)?.name)).toEqual(['kit-dev', 'new', 'new-group']);
  });

  test('drops a retained resource from the state without a delete step and remembers that it exists', () => {
    const engine = new Harness();
    engine.up(resourceGroup(), account({ retainOnDelete: true }));
    const { record, steps } = engine.up(resourceGroup());
    expect(steps).toEqual(['same group']);
    expect(record.retained).toEqual([urnOf(account())]);
    expect(engine.up(resourceGroup(), account()).codes).toEqual(['AlreadyExists']);
  });

  test('keeps a retained resource that it replaces: going back to its name is refused', () => {
    const engine = new Harness();
    const named = (name: string) => account({ retainOnDelete: true }, { accountName: name });
    engine.up(resourceGroup(), named('first'));
    const replaced = engine.up(resourceGroup(), named('second'));
    expect(replaced.steps.at(-1)).toBe('replace account');
    expect(engine.state.retained).toEqual([textLike(/accounts\/first$/)]);
    expect(engine.up(resourceGroup(), named('first')).codes).toEqual(['AlreadyExists']);
  });

  test('refuses to replace a retained resource under its own name', () => {
    const engine = new Harness();
    const component = (location: string) => account({ retainOnDelete: true }, { location });
    engine.up(resourceGroup(), component('swedencentral'));
    expect(engine.up(resourceGroup(), component('westeurope')).codes).toEqual(['AlreadyExists']);
  });

  test('a planted fault fails an update in its middle, what it made stays, and the retry makes the rest', () => {
    const engine = new Harness();
    engine.fault = ({ stack, type, name }) => (name === 'chat' ? `${stack} ${type} ${name}` : undefined);
    const program = [resourceGroup(), account(), chat];
    expect(engine.preview(...program).codes).toEqual([]);
    const failed = engine.up(...program);
    expect(failed.problems).toMatchObject([
      { code: 'PlantedFault', message: 'dev azure-native:cognitiveservices:Deployment chat' },
    ]);
    engine.fault = undefined;
    expect(engine.up(...program).steps).toEqual(['same group', 'same account', 'create chat']);
  });

  test('keeps what exists when an update is refused', () => {
    const engine = new Harness();
    engine.up(resourceGroup(), account(), chat);
    const { errors } = engine.up(resourceGroup(), account({}, { kynd: 'OpenAI' }), chat);
    expect(errors).toHaveLength(1);
    expect(engine.state.resources.map((resource) => resource.name)).toEqual(
      expect.arrayContaining(['account', 'chat']),
    );
    expect(engine.up(resourceGroup(), account(), chat).steps).toEqual(['same group', 'same account', 'same chat']);
  });
});

describe('a preview', () => {
  test('answers what does not exist without id and outputs and leaves the state alone', () => {
    const engine = new Harness();
    const { answers } = engine.preview(resourceGroup());
    expect(answers).toEqual([{ urn: urnOf(resourceGroup()), outputs: {} }]);
    expect(engine.state.resources).toEqual([]);
  });

  test('finds unordered writes to an account whose name is not known yet', () => {
    const unknown = (item: typeof chat) => ({ ...item, inputs: { ...item.inputs, accountName: unknownMarker } });
    const unordered = deploymentOf('embed');
    const { codes } = new Harness().preview(resourceGroup(), account(), unknown(chat), unknown(unordered));
    expect(codes).toEqual(['ConcurrentAccountWrite']);
  });
});

describe('protect', () => {
  test('fails the deletion of what the program dropped and deletes nothing', () => {
    const engine = new Harness();
    engine.up(resourceGroup(), account({ protect: true }), chat);
    const { codes, steps } = engine.up(resourceGroup());
    expect(codes).toEqual(['ProtectedResource']);
    expect(steps).toEqual(['same group']);
    expect(engine.state.resources).toHaveLength(4);
  });

  test('fails a destroy before anything is deleted', () => {
    const engine = new Harness();
    engine.up(resourceGroup({ protect: true }), account());
    const { problems, steps } = engine.destroy();
    expect(problems).toMatchObject([{ code: 'ProtectedResource', urn: urnOf(resourceGroup()) }]);
    expect(steps).toEqual([]);
  });

  test('ends a destroy without preview in its middle: what depends on nothing protected is gone', () => {
    const engine = new Harness();
    engine.up(resourceGroup(), account({ protect: true }), chat);
    const destroyed = engine.destroy({ skipPreview: true });
    expect(destroyed.steps).toEqual(['delete chat']);
    expect(destroyed.problems).toMatchObject([{ code: 'ProtectedResource', urn: urnOf(account()) }]);
    expect(engine.state.resources.map(({ name }) => name)).toEqual(['kit-dev', 'group', 'account']);
  });

  test('deletes everything without preview where nothing is protected', () => {
    const engine = new Harness();
    engine.up(resourceGroup(), account(), chat);
    expect(engine.destroy({ skipPreview: true }).steps).toEqual([
      'delete chat',
      'delete account',
      'delete group',
      'delete kit-dev',
    ]);
    expect(engine.state.resources).toEqual([]);
  });

  test('fails a replacement', () => {
    const engine = new Harness();
    engine.up(resourceGroup(), account({ protect: true }));
    expect(engine.up(resourceGroup(), account({ protect: true }, { location: 'westeurope' })).codes).toEqual([
      'ProtectedResource',
    ]);
  });
});

describe('what no engine can do', () => {
  test('fails a second resource of the same parent, type and name', () => {
    const { errors, codes } = new Harness().up(resourceGroup(), resourceGroup());
    expect(codes).toEqual(['DuplicateUrn']);
    expect(errors[0]).toContain(`duplicate resource URN ${urnOf(resourceGroup())}`);
  });

  test('fails an alias that two resources claim', () => {
    const engine = new Harness();
    engine.up(resourceGroup());
    const claim = (name: string) =>
      resourceGroup({ name, aliases: [{ name: 'group', parent: stackUrn }] }, { resourceGroupName: name });
    expect(engine.up(claim('one'), claim('two')).errors[0]).toContain('already continues');
  });

  test('fails a resource of another package', () => {
    expect(new Harness().up(registration('random:index:RandomPet', 'pet', {})).codes).toEqual(['UnsupportedPackage']);
  });
});

describe('outputs', () => {
  test('merge what Azure adds into the maps that inputs and outputs share', () => {
    const properties = { customSubDomainName: 'aoai-kit', disableLocalAuth: true };
    const { answers } = new Harness().up(
      resourceGroup(),
      account({}, { properties, identity: { type: 'SystemAssigned' } }),
    );
    expect(answers[1]).toMatchObject({
      id: `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.CognitiveServices/accounts/aoai`,
      outputs: {
        name: 'aoai',
        type: 'Microsoft.CognitiveServices/accounts',
        properties: { disableLocalAuth: true, endpoint: 'https://aoai-kit.cognitiveservices.azure.com/' },
        identity: { type: 'SystemAssigned', principalId: textLike(/^[0-9a-f-]{36}$/) },
      },
    });
  });

  test('map user-assigned identities to their principals and stay secret where the input was', () => {
    const identity = registration('azure-native:managedidentity:UserAssignedIdentity', 'id', {
      resourceName: 'id-kit',
      resourceGroupName: 'rg',
    });
    const id = `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-kit`;
    const owner = account(
      {},
      {
        identity: { type: 'UserAssigned', userAssignedIdentities: [id] },
        properties: secret({ customSubDomainName: 'aoai-kit' }),
      },
    );
    const { answers } = new Harness().up(resourceGroup(), identity, owner);
    const principal = answers[1]?.outputs['principalId'];
    expect(principal).toMatch(/^[0-9a-f-]{36}$/);
    expect(answers[2]?.outputs['identity']).toMatchObject({
      userAssignedIdentities: { [id]: { principalId: principal } },
    });
    const properties = answers[2]?.outputs['properties'];
    expect(isSecret(properties)).toBe(true);
    expect(valueAt(properties, 'endpoint')).toBe('https://aoai-kit.cognitiveservices.azure.com/');
  });
});

test('no secret reaches the state, and a problem masks it', () => {
  const engine = new Harness();
  const store = registration('azure-native:dbforpostgresql:Server', 'db', {
    serverName: 'pg-kit',
    resourceGroupName: 'rg',
    location: 'swedencentral',
    administratorLoginPassword: secret('correct-horse'),
    version: '16',
  });
  engine.up(resourceGroup(), store);
  expect(formatState(engine.state)).not.toContain('correct-horse');
  const leaking = {
    ...store,
    inputs: { ...store.inputs, createMode: secret('correct-horse'), network: 'correct-horse' },
  };
  const { problems } = engine.up(resourceGroup(), leaking);
  expect(problems.length).toBeGreaterThan(0);
  expect(JSON.stringify(problems)).not.toContain('correct-horse');
});
