import { readPulumiPreview, readPulumiState } from '../../../../lib/graph/pulumi/read-pulumi';

const place = { environment: 'prod', stack: 'file' };
const urn = (type: string, name: string) => `urn:pulumi:dev::shop::${type}::${name}`;
const account = urn('azure-native:storage:StorageAccount', 'data');
const root = { urn: urn('pulumi:pulumi:Stack', 'shop-dev'), type: 'pulumi:pulumi:Stack', custom: false };

function resource(type: string, name: string, more: object = {}): object {
  return { urn: urn(type, name), type, custom: true, id: 'id', parent: root.urn, inputs: {}, outputs: {}, ...more };
}

const secret = { '4dabf18193072939515e22adb298388d': '1b47061264138c4ac30d75fd1eb44270' };

test('reads a state: inputs with masked secrets, edges, clouds; nothing of providers and of what is only read', () => {
  const graph = readPulumiState(
    {
      version: 3,
      deployment: {
        resources: [
          root,
          resource('pulumi:providers:azure-native', 'default_3_28_0'),
          resource('azure-native:storage:StorageAccount', 'data', {
            protect: true,
            inputs: {
              kind: 'StorageV2',
              key: { ...secret, ciphertext: 'v1:AAAA' },
              list: [{ ...secret, plaintext: '"not-printed"' }],
              code: {
                '4dabf18193072939515e22adb298388d': 'c44067f5952c0a294b673a41bacd8c17',
                hash: 'abc',
                path: '/home/x',
              },
            },
          }),
          resource('aws:s3/bucket:Bucket', 'logs', {
            dependencies: [account],
            propertyDependencies: { tags: [account] },
          }),
          resource('aws:s3/bucket:Bucket', 'read', { external: true }),
          resource('aws:s3/bucket:Bucket', 'old', { delete: true }),
          resource('random:index/randomId:RandomId', 'suffix'),
        ],
      },
    },
    place,
  );
  expect(graph).toMatchObject([
    { cloud: 'aws', stack: 'dev', address: urn('aws:s3/bucket:Bucket', 'logs'), dependsOn: [account] },
    {
      environment: 'prod',
      cloud: 'azure',
      address: account,
      properties: { kind: 'StorageV2', key: '[secret]', list: ['[secret]'], code: 'asset:abc' },
      secret: ['key', 'list.0'],
      stateful: true,
      retained: true,
    },
    { cloud: 'other' },
  ]);
  expect(JSON.stringify(graph)).not.toMatch(/AAAA|not-printed|home/);
});

test('reads a checkpoint of a backend', () => {
  const checkpoint = {
    version: 3,
    checkpoint: { latest: { resources: [root, resource('aws:s3/bucket:Bucket', 'b')] } },
  };
  expect(readPulumiState(checkpoint, place)).toHaveLength(1);
});

test('parents in a circle end', () => {
  const component = (name: string, parent: string) => ({
    ...resource('x:y:Z', name),
    custom: false,
    parent: urn('x:y:Z', parent),
  });
  const resources = [
    component('a', 'b'),
    component('b', 'a'),
    resource('aws:s3/bucket:Bucket', 'c', { parent: urn('x:y:Z', 'a'), dependencies: [urn('x:y:Z', 'a')] }),
  ];
  expect(readPulumiState({ deployment: { resources } }, place)).toMatchObject([{ source: 'b/a', dependsOn: [] }]);
});

describe('a preview', () => {
  const state = (inputs: object, more: object = {}) =>
    resource('azure-native:storage:StorageAccount', 'data', { inputs, ...more });
  const step = (op: string, more: object) => ({ op, urn: account, ...more });

  test.each<[string, readonly object[], object]>([
    ['a creation', [step('create', { newState: state({}) })], { kind: 'create', causes: [] }],
    [
      'an update',
      [
        step('update', {
          oldState: state({}),
          newState: state({}),
          detailedDiff: { 'rules[0].tags["a b"]': { kind: 'update' } },
        }),
      ],
      { kind: 'update', causes: ['rules.0.tags.a b'] },
    ],
    [
      'a replacement in three steps',
      [
        step('create-replacement', {
          oldState: state({}),
          newState: state({}),
          detailedDiff: { kind: { kind: 'update-replace' }, sku: { kind: 'update' } },
        }),
        step('replace', { oldState: state({}), newState: state({}), replaceReasons: ['kind'] }),
        step('delete-replaced', { oldState: state({}) }),
      ],
      { kind: 'replace', causes: ['kind'] },
    ],
    ['a deletion', [step('delete', { oldState: state({}) })], { kind: 'destroy', causes: [] }],
    [
      'a deletion that keeps the resource',
      [step('delete', { oldState: state({}, { retainOnDelete: true }) })],
      { kind: 'forget' },
    ],
    ['an import', [step('import', { newState: state({}) })], { kind: 'import' }],
    ['no change', [step('same', { oldState: state({}), newState: state({}) })], { kind: 'none' }],
    ['an unknown operation', [step('toString', { newState: state({}) })], { kind: 'none' }],
  ])('says %s', (_name, steps, verdict) => {
    expect(readPulumiPreview({ steps }, place).verdicts).toMatchObject([
      { address: account, cloud: 'azure', ...verdict },
    ]);
  });

  test('has the resources before and after, with what is unknown', () => {
    const steps = [
      step('update', {
        oldState: state({ kind: 'a' }),
        newState: state({ kind: 'b', key: '04da6b54-80e4-46f7-96ec-b56ff0331ba9' }),
      }),
      { op: 'delete', urn: urn('aws:s3/bucket:Bucket', 'gone'), oldState: resource('aws:s3/bucket:Bucket', 'gone') },
      { op: 'create', urn: root.urn, newState: root },
    ];
    const { graph, base, verdicts } = readPulumiPreview({ steps }, place);
    expect(graph).toMatchObject([{ address: account, properties: { kind: 'b', key: '[unknown]' }, unknown: ['key'] }]);
    expect(base).toMatchObject([{ cloud: 'aws' }, { address: account, properties: { kind: 'a' } }]);
    expect(verdicts).toHaveLength(2);
  });
});

test('an edge to a provider leads to what the provider is configured with, and none to what is no node', () => {
  const bucket = urn('aws:s3/bucket:Bucket', 'cluster');
  const provider = urn('pulumi:providers:kubernetes', 'k8s');
  const read = urn('aws:s3/bucket:Bucket', 'read');
  const resources = [
    resource('aws:s3/bucket:Bucket', 'cluster'),
    resource('aws:s3/bucket:Bucket', 'read', { external: true }),
    resource('pulumi:providers:kubernetes', 'k8s', { dependencies: [bucket] }),
    resource('kubernetes:core/v1:Namespace', 'n', { dependencies: [provider, read] }),
  ];
  expect(readPulumiState({ deployment: { resources } }, place).at(-1)).toMatchObject({
    cloud: 'kubernetes',
    dependsOn: [bucket],
  });
});
