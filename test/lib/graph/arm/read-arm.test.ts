import { readArm } from '../../../../lib/graph/arm/read-arm';

const place = { environment: 'prod', stack: 'main' };
const schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';

function read(resources: unknown, more: object = {}, parameters?: object) {
  return readArm({ $schema: schema, resources, ...more }, place, parameters).graph;
}

function edges(graph: ReturnType<typeof read>) {
  return Object.fromEntries(graph.map(({ address, dependsOn }) => [address, dependsOn]));
}

const storage = { type: 'Microsoft.Storage/storageAccounts', apiVersion: '2024-01-01' };

test('reads a resource in the terms of azure-native, with what is unknown and where it is declared', () => {
  const { graph, paths } = readArm(
    {
      parameters: { prefix: { type: 'string', defaultValue: 'chat' } },
      resources: [
        {
          ...storage,
          name: "[format('{0}{1}', parameters('prefix'), uniqueString(resourceGroup().id))]",
          location: 'swedencentral',
          sku: { name: 'Standard_LRS' },
          identity: {
            type: 'UserAssigned',
            userAssignedIdentities: { "[resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', 'app')]": {} },
          },
          properties: { allowSharedKeyAccess: false, networkAcls: { defaultAction: 'Deny' } },
        },
      ],
    },
    place,
  );
  const name = "[format('{0}{1}', 'chat', uniqueString(resourceGroup().id))]";
  expect(graph).toEqual([
    {
      environment: 'prod',
      cloud: 'azure',
      stack: 'main',
      address: `main/Microsoft.Storage/storageAccounts/${name}`,
      type: 'azure-native:storage:StorageAccount',
      properties: {
        accountName: name,
        location: 'swedencentral',
        sku: { name: 'Standard_LRS' },
        identity: {
          type: 'UserAssigned',
          userAssignedIdentities: ["[resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', 'app')]"],
        },
        allowSharedKeyAccess: false,
        networkRuleSet: { defaultAction: 'Deny' },
      },
      dependsOn: [],
      stateful: true,
      retained: false,
      unknown: ['accountName'],
    },
  ]);
  expect([...paths.values()]).toEqual([['resources', 0]]);
});

test('keeps properties together where azure-native does, and lifts those within network resources', () => {
  const graph = read([
    { type: 'Microsoft.CognitiveServices/accounts', name: 'ai', properties: { disableLocalAuth: true } },
    {
      type: 'Microsoft.Network/virtualNetworks',
      name: 'net',
      properties: { subnets: [{ name: 'a', properties: { addressPrefix: '10.0.0.0/24' } }] },
    },
    { type: 'Microsoft.Unknown/things', name: 'x', properties: { a: 1 } },
  ]);
  expect(graph).toMatchObject([
    {
      type: 'azure-native:cognitiveservices:Account',
      properties: { accountName: 'ai', properties: { disableLocalAuth: true } },
    },
    {
      type: 'azure-native:network:VirtualNetwork',
      properties: { subnets: [{ name: 'a', addressPrefix: '10.0.0.0/24' }] },
    },
    { type: 'Microsoft.Unknown/things', properties: { name: 'x', properties: { a: 1 } } },
  ]);
});

test('draws edges from dependsOn and from ids in values, and gives children the names of their parents', () => {
  const graph = read([
    {
      ...storage,
      name: 'store',
      resources: [{ type: 'blobServices', name: 'default', resources: [{ type: 'containers', name: 'docs' }] }],
    },
    {
      type: 'Microsoft.Storage/storageAccounts/blobServices/containers',
      name: "[format('{0}/default/{1}', 'store', parameters('later'))]",
      dependsOn: ["[resourceId('Microsoft.Storage/storageAccounts', 'store')]"],
    },
    {
      type: 'Microsoft.Network/privateEndpoints',
      name: 'pe',
      dependsOn: ['store'],
      properties: {
        privateLinkServiceConnections: [
          { properties: { privateLinkServiceId: "[resourceId('Microsoft.Storage/storageAccounts', 'store')]" } },
        ],
      },
    },
  ]);
  const store = 'main/Microsoft.Storage/storageAccounts/store';
  expect(edges(graph)).toMatchObject({
    'main/Microsoft.Network/privateEndpoints/pe': [store],
    'main/Microsoft.Storage/storageAccounts/blobServices/store/default': [store],
    "main/Microsoft.Storage/storageAccounts/blobServices/containers/store/default/[parameters('later')]": [
      'main/Microsoft.Storage/storageAccounts/blobServices/store/default',
      store,
    ],
  });
  expect(graph.find(({ unknown }) => unknown?.includes('containerName') === true)).toMatchObject({
    type: 'azure-native:storage:BlobContainer',
    properties: { accountName: 'store', containerName: "[parameters('later')]" },
    unknown: ['containerName'],
  });
  expect(graph.find(({ address }) => address.endsWith('/docs'))?.properties).toEqual({
    accountName: 'store',
    containerName: 'docs',
  });
});

test('symbolic names are addresses; existing resources and false conditions are no nodes, unknown conditions are marked', () => {
  const graph = read(
    {
      there: { existing: true, ...storage, name: 'there' },
      never: { condition: '[equals(1, 2)]', ...storage, name: 'never' },
      maybe: { condition: "[equals(parameters('tier'), 'prod')]", ...storage, name: 'maybe' },
      container: {
        type: 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01',
        name: "[format('{0}/{1}/{2}', 'maybe', 'default', 'docs')]",
        dependsOn: ['maybe', 'there'],
      },
    },
    { languageVersion: '2.0', parameters: { tier: { type: 'string' } } },
  );
  expect(graph).toMatchObject([
    { address: 'main/container', dependsOn: ['main/maybe'] },
    { address: 'main/maybe', unknown: ['condition'] },
  ]);
});

test('loops with a known count are run, others are one node that says so', () => {
  const graph = read(
    {
      many: {
        copy: { name: 'loop', count: "[length(parameters('names'))]" },
        ...storage,
        name: "[parameters('names')[copyIndex()]]",
        properties: {
          copy: [{ name: 'rules', count: 2, input: { index: "[copyIndex('rules')]", outer: "[copyIndex('loop')]" } }],
        },
      },
      user: { ...storage, name: 'user', dependsOn: ['loop'] },
      open: {
        copy: { name: 'openLoop', count: "[parameters('count')]" },
        ...storage,
        name: "[format('o{0}', copyIndex())]",
      },
    },
    {
      languageVersion: '2.0',
      parameters: { names: { type: 'array', defaultValue: ['a', 'b'] }, count: { type: 'int' } },
    },
  );
  expect(graph).toMatchObject([
    {
      address: 'main/many[0]',
      properties: {
        accountName: 'a',
        rules: [
          { index: 0, outer: 0 },
          { index: 1, outer: 0 },
        ],
      },
    },
    { address: 'main/many[1]', properties: { accountName: 'b', rules: [{ outer: 1 }, { outer: 1 }] } },
    { address: 'main/open[*]', unknown: ['accountName', 'copy'] },
    { address: 'main/user', dependsOn: ['main/many[0]', 'main/many[1]'] },
  ]);
});

describe('a nested deployment', () => {
  const module = (scope: string | undefined, parameters: object, template: object, more: object = {}) => ({
    type: 'Microsoft.Resources/deployments',
    name: 'module',
    properties: { ...(scope === undefined ? {} : { expressionEvaluationOptions: { scope } }), parameters, template },
    ...more,
  });
  const inner = {
    parameters: { name: { type: 'string', defaultValue: 'own' } },
    resources: [{ ...storage, name: "[parameters('name')]" }],
    outputs: {
      id: { type: 'string', value: "[resourceId('Microsoft.Storage/storageAccounts', parameters('name'))]" },
      name: { type: 'string', value: "[parameters('name')]" },
    },
  };
  const outer = { parameters: { name: { type: 'string', defaultValue: 'outer' } } };

  test.each([
    ['Inner', { name: { value: "[concat(parameters('name'), '1')]" } }, 'outer1'],
    ['inner', {}, 'own'],
    [undefined, {}, 'outer'],
  ])('with the scope %s and the parameters %j is evaluated there', (scope, parameters, name) => {
    const graph = read([module(scope, parameters, inner)], outer);
    expect(graph).toMatchObject([{ stack: 'main/module', properties: { accountName: name } }]);
  });

  test('takes a parameter that a loop makes, as Bicep writes it', () => {
    const names = { copy: [{ name: 'value', count: 2, input: "[format('store{0}', copyIndex('value'))]" }] };
    const many = {
      parameters: { names: { type: 'array' } },
      resources: [
        {
          ...storage,
          name: "[parameters('names')[copyIndex()]]",
          copy: { name: 'each', count: "[length(parameters('names'))]" },
        },
      ],
    };
    expect(read([module('inner', { names }, many)])).toMatchObject([
      { properties: { accountName: 'store0' } },
      { properties: { accountName: 'store1' } },
    ]);
  });

  test('gives its outputs to what refers to it, with edges both ways', () => {
    const user = {
      type: 'Microsoft.Search/searchServices',
      name: "[reference(resourceId('Microsoft.Resources/deployments', 'module')).outputs.name.value]",
      properties: { store: "[reference(resourceId('Microsoft.Resources/deployments', 'module')).outputs.id.value]" },
      dependsOn: ["[resourceId('Microsoft.Resources/deployments', 'module')]"],
    };
    const graph = read([user, module('inner', { name: { value: 'shared' } }, inner)]);
    expect(graph).toMatchObject([
      {
        type: 'azure-native:search:Service',
        properties: {
          searchServiceName: 'shared',
          store: "[resourceId('Microsoft.Storage/storageAccounts', 'shared')]",
        },
        dependsOn: ['main/module/Microsoft.Storage/storageAccounts/shared'],
      },
      { stack: 'main/module' },
    ]);
  });

  test('waits with those of its resources that wait for none of the others', () => {
    const chain = {
      resources: [
        { ...storage, name: 'first' },
        { ...storage, name: 'second', dependsOn: ["[resourceId('Microsoft.Storage/storageAccounts', 'first')]"] },
      ],
    };
    const graph = read({
      before: { ...storage, name: 'before' },
      chained: { ...module('inner', {}, chain), dependsOn: ['before'] },
      after: { ...storage, name: 'after', dependsOn: ['chained'] },
    });
    const [first, second] = ['first', 'second'].map((name) => `main/chained/Microsoft.Storage/storageAccounts/${name}`);
    expect(edges(graph)).toEqual({
      'main/after': [second],
      'main/before': [],
      [String(first)]: ['main/before'],
      [String(second)]: [first],
    });
  });

  test('whose template is somewhere else stays a node', () => {
    const linked = { type: 'Microsoft.Resources/deployments', name: 'far', properties: { templateLink: { id: '/x' } } };
    expect(read([linked])).toMatchObject([{ type: 'Microsoft.Resources/deployments', properties: { name: 'far' } }]);
  });
});

test('values of a parameters file win over defaults, and secure ones are masked', () => {
  const graph = read(
    [
      {
        type: 'Microsoft.KeyVault/vaults/secrets',
        name: "[concat(parameters('vault'), '/s')]",
        properties: { value: "[parameters('pw')]" },
      },
    ],
    { parameters: { vault: { type: 'string', defaultValue: 'v1' }, pw: { type: 'secureString' } } },
    { vault: { value: 'v2' }, pw: { value: 'not-printed' } },
  );
  expect(graph).toMatchObject([
    {
      properties: { vaultName: 'v2', secretName: 's', properties: { value: '[secret]' } },
      secret: ['properties.value'],
    },
  ]);
});

test('keys that every object inherits are names like others', () => {
  const resources = JSON.parse(
    '{"__proto__":{"type":"Microsoft.Search/searchServices","name":"a","properties":{"__proto__":{"x":1}}},"constructor":{"type":"Microsoft.Search/searchServices","name":"toString"}}',
  ) as object;
  expect(read(resources).map(({ address }) => address)).toEqual(['main/__proto__', 'main/constructor']);
});

test.each([[undefined], [null], [[]], [{ resources: null }], [{ resources: [null, 1, {}] }]])(
  '%j is read without an error',
  (template) => {
    expect(() => readArm(template, place)).not.toThrow();
  },
);

test('a parameter that the Azure Developer CLI fills in is not known, and one from a key vault is a secret', () => {
  const graph = read(
    [
      {
        type: 'Microsoft.Search/searchServices',
        name: 'a',
        location: "[parameters('place')]",
        tags: "[parameters('tag')]",
      },
    ],
    { parameters: { place: { type: 'string', defaultValue: 'westeurope' }, tag: { type: 'string' } } },
    { place: { value: '${AZURE_LOCATION}' }, tag: { reference: { keyVault: { id: '/x' }, secretName: 's' } } },
  );
  expect(graph).toMatchObject([
    { properties: { location: "[parameters('place')]", tags: '[secret]' }, unknown: ['location'], secret: ['tags'] },
  ]);
});
