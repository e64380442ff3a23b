import { account, deploymentOf, Harness, registration, resourceGroup, subscription, textLike, urnOf } from './builders';

const named = (type: string, parameter: string, name: string, inputs = {}) =>
  registration(`azure-native:${type}`, 'it', {
    resourceGroupName: 'rg',
    location: 'swedencentral',
    [parameter]: name,
    ...inputs,
  });

const storage = (name: string) =>
  named('storage:StorageAccount', 'accountName', name, { kind: 'StorageV2', sku: { name: 'Standard_ZRS' } });
const vault = (name: string) =>
  named('keyvault:Vault', 'vaultName', name, { properties: { tenantId: 't', sku: { family: 'A', name: 'standard' } } });
const registry = (name: string) =>
  named('containerregistry:Registry', 'registryName', name, { sku: { name: 'Premium' } });
const search = (name: string) => named('search:Service', 'searchServiceName', name);

describe('names', () => {
  test.each([
    ['a storage account', storage, ['st1', 'a'.repeat(24)], ['st', 'a'.repeat(25), 'st-kit', 'stKit']],
    ['a key vault', vault, ['kv1', 'kv-kit-dev'], ['kv', `k${'v'.repeat(24)}`, '1kv', 'kv-kit-', 'kv--kit']],
    ['a container registry', registry, ['crkit', 'CrKit1'], ['crki', 'cr-kit', 'c'.repeat(51)]],
    ['a search service', search, ['ss', 'srch-kit'], ['s', 'Srch', 'srch-', 's'.repeat(61)]],
  ])('of %s keep to the length and characters that Azure takes', (_, build, good, bad) => {
    for (const name of good) expect(new Harness().up(resourceGroup(), build(name)).codes).toEqual([]);
    for (const name of bad)
      expect(new Harness().up(resourceGroup(), build(name)).codes).toEqual(['InvalidResourceName']);
  });

  test('fail when another stack holds a name that is global', () => {
    const other = new Harness();
    other.up(resourceGroup(), storage('stkit'));
    const theirs = {
      ...other.state,
      resources: other.state.resources.map((item) => ({
        ...item,
        urn: item.urn.replace('dev', 'qa'),
        ...(item.id === undefined ? {} : { id: item.id.replace('/rg', '/rg-qa') }),
      })),
    };
    expect(new Harness([], [theirs]).up(resourceGroup(), storage('stkit')).codes).toEqual(['NameTaken']);
    expect(new Harness([], [theirs]).up(resourceGroup(), storage('stother')).codes).toEqual([]);
  });
});

describe('the parent in the ARM path', () => {
  test('fails when it neither exists nor is created before', () => {
    const { problems } = new Harness().up(resourceGroup(), deploymentOf('chat'));
    expect(problems).toMatchObject([{ code: 'MissingParent', got: textLike(/\/accounts\/aoai/) }]);
  });

  test('may exist outside of every stack when it is declared', () => {
    const group = `/subscriptions/${subscription}/resourceGroups/rg`;
    expect(new Harness([group.toUpperCase()]).up(storage('stkit')).codes).toEqual([]);
    expect(new Harness().up(storage('stkit')).codes).toEqual(['MissingParent']);
  });

  test('must be waited for when the same run creates it, because the engine creates both at once', () => {
    const waiting = { ...storage('stkit'), dependencies: [urnOf(resourceGroup())] };
    const racing = { ...storage('stkit'), dependencies: [] };
    expect(new Harness().up(resourceGroup(), waiting).codes).toEqual([]);
    expect(new Harness().up(resourceGroup(), racing).problems).toMatchObject([
      { code: 'UnorderedParent', fix: 'take the name from an output of group, or add it to dependsOn' },
    ]);
    const engine = new Harness();
    engine.up(resourceGroup());
    expect(engine.up(resourceGroup(), racing).codes).toEqual([]);
  });

  test('of a scoped resource is its scope, down to a default service of an account', () => {
    const setting = (resourceUri: string) =>
      registration(
        'azure-native:monitor:DiagnosticSetting',
        'audit',
        {
          name: 'audit',
          resourceUri,
          workspaceId: '/w',
        },
        { dependencies: [urnOf(storage('stkit'))] },
      );
    const id = `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/stkit`;
    expect(new Harness().up(resourceGroup(), storage('stkit'), setting(`${id}/blobServices/default`)).codes).toEqual(
      [],
    );
    expect(new Harness().up(resourceGroup(), storage('stother'), setting(id)).codes).toEqual(['MissingParent']);
  });

  test('may be a subnet that its network declares inline', () => {
    const network = named('network:VirtualNetwork', 'virtualNetworkName', 'vnet', {
      addressSpace: { addressPrefixes: ['10.0.0.0/16'] },
      subnets: [{ name: 'endpoints', addressPrefix: '10.0.0.0/24' }],
    });
    const again = registration(
      'azure-native:network:Subnet',
      'endpoints',
      { virtualNetworkName: 'vnet', resourceGroupName: 'rg', subnetName: 'endpoints' },
      { dependencies: [urnOf(network)] },
    );
    expect(new Harness().up(resourceGroup(), network, again).codes).toEqual(['AlreadyExists']);
  });
});

describe('writes below one Cognitive Services account', () => {
  const after = (...before: readonly string[]) => ({ dependencies: [urnOf(account()), ...before] });
  const chat = deploymentOf('chat');

  test('fail with 409 when nothing orders them', () => {
    const { problems } = new Harness().up(resourceGroup(), account(), chat, deploymentOf('embed'));
    expect(problems).toMatchObject([{ code: 'ConcurrentAccountWrite', urn: urnOf(deploymentOf('embed')) }]);
  });

  test('pass in a chain, through a third resource too', () => {
    const embed = deploymentOf('embed', after(urnOf(chat)));
    const rerank = deploymentOf('rerank', after(urnOf(embed)));
    expect(new Harness().up(resourceGroup(), account(), chat, embed, rerank).codes).toEqual([]);
  });

  test('only count where something is written', () => {
    const engine = new Harness();
    engine.up(resourceGroup(), account(), chat, deploymentOf('embed', after(urnOf(chat))));
    const unordered = [chat, deploymentOf('embed')];
    expect(engine.up(resourceGroup(), account(), ...unordered).codes).toEqual([]);
  });
});

test('a resource that another one holds is not taken over by a rename without alias', () => {
  const engine = new Harness();
  engine.up(resourceGroup(), account());
  const { problems } = engine.up(resourceGroup(), account({ name: 'renamed' }));
  expect(problems).toMatchObject([{ code: 'AlreadyExists', fix: textLike(/alias/) }]);
});

describe('values that a service refuses', () => {
  const service = (inputs: object) => named('search:Service', 'searchServiceName', 'srch-kit', inputs);
  const filter = { name: 'hate', enabled: true, severityThreshold: 'Medium', blocking: true, source: 'Prompt' };
  const policy = (contentFilters: readonly object[]) =>
    registration(
      'azure-native:cognitiveservices:RaiPolicy',
      'policy',
      {
        accountName: 'aoai',
        resourceGroupName: 'rg',
        raiPolicyName: 'strict',
        properties: { mode: 'Default', contentFilters: contentFilters.map((item) => ({ ...item })) },
      },
      { dependencies: [urnOf(account())] },
    );

  test.each([
    [{ disableLocalAuth: true, partitionCount: 12 }, []],
    [{ disableLocalAuth: false, authOptions: { apiKeyOnly: {} } }, []],
    [{ disableLocalAuth: true, authOptions: { apiKeyOnly: {} }, partitionCount: 5 }, ['authOptions', 'partitionCount']],
  ])('a search service with %j has %j', (inputs, paths) => {
    const { problems } = new Harness().up(resourceGroup(), service(inputs));
    expect(problems.map(({ code, path }) => [code, path])).toEqual(paths.map((path) => ['RefusedValue', path]));
  });

  test('a content filter blocks or not, and has a source', () => {
    const { blocking, source, ...bare } = filter;
    expect([blocking, source]).toEqual([true, 'Prompt']);
    const { problems } = new Harness().up(resourceGroup(), account(), policy([filter, bare]));
    expect(problems.map(({ path }) => path)).toEqual([
      'properties.contentFilters[1].blocking',
      'properties.contentFilters[1].source',
    ]);
    expect(new Harness().up(resourceGroup(), account(), policy([filter])).codes).toEqual([]);
  });
});

describe('the name of a deleted resource', () => {
  const openAi = (properties = {}) => account({}, { properties });
  const store = (more = {}) =>
    named('appconfiguration:ConfigurationStore', 'configStoreName', 'hand-offs', {
      sku: { name: 'standard' },
      ...more,
    });
  const restoredVault = {
    ...vault('kv-kit'),
    inputs: {
      ...vault('kv-kit').inputs,
      properties: { tenantId: 't', sku: { family: 'A', name: 'standard' }, createMode: 'recover' },
    },
  };

  test.each([
    ['a vault', vault('kv-kit'), restoredVault, /createMode to 'recover'/],
    ['an OpenAI account', openAi(), openAi({ restore: true }), /restore to true/],
    ['an App Configuration store', store(), store({ createMode: 'Recover' }), /createMode to Recover/],
  ])('of %s stays taken until a creation restores it', (_, declared, restoring, fix) => {
    const engine = new Harness();
    engine.up(resourceGroup(), declared);
    engine.destroy();
    expect(engine.state.softDeleted).toHaveLength(1);
    expect(engine.up(resourceGroup(), declared).problems).toMatchObject([
      { code: 'SoftDeletedName', fix: textLike(fix) },
    ]);
    expect(engine.up(resourceGroup(), restoring).codes).toEqual([]);
    expect(engine.state.softDeleted).toEqual([]);
  });

  test('is free again where the service keeps nothing', () => {
    const engine = new Harness();
    const program = [resourceGroup(), storage('stkit'), store({ sku: { name: 'free' } })];
    engine.up(...program);
    engine.destroy();
    expect(engine.state.softDeleted).toEqual([]);
    expect(engine.up(...program).codes).toEqual([]);
  });

  test('that is global stays taken in other groups and stacks', () => {
    const engine = new Harness();
    engine.up(resourceGroup(), vault('kv-kit'));
    engine.destroy();
    const other = new Harness([], [{ ...engine.state, stack: 'qa' }]);
    const elsewhere = { ...vault('kv-kit'), inputs: { ...vault('kv-kit').inputs, resourceGroupName: 'rg-2' } };
    expect(other.up(resourceGroup({}, { resourceGroupName: 'rg-2' }), elsewhere).codes).toEqual(['SoftDeletedName']);
  });
});
