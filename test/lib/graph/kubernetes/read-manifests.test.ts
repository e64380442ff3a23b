import { isManifestText, manifestObjects } from '../../../../lib/graph/kubernetes/manifest-text';
import { readManifests } from '../../../../lib/graph/kubernetes/read-manifests';

const place = { environment: 'prod', stack: 'serving' };

function read(text: string) {
  const { objects, problems } = manifestObjects(text);
  expect(problems).toEqual([]);
  return readManifests(objects, place);
}

const manifests = `apiVersion: v1
kind: Namespace
metadata: { name: llm }
---
# an empty document follows
---
apiVersion: v1
kind: Secret
metadata:
  name: token
  namespace: llm
  annotations: { kubectl.kubernetes.io/last-applied-configuration: '{"stringData":{"hf":"not-printed"}}' }
data: { hf: bm90LXByaW50ZWQ= }
stringData: { other: not-printed }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: chat, namespace: llm }
spec:
  paused: off
  template:
    spec:
      serviceAccountName: chat
      imagePullSecrets: [{ name: token }]
      volumes: [{ name: weights, persistentVolumeClaim: { claimName: weights } }]
status: { replicas: 1 }
---
apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: PersistentVolumeClaim
    metadata: { name: weights, namespace: llm }
  - apiVersion: v1
    kind: ServiceAccount
    metadata: { name: chat, namespace: llm }
`;

test('reads documents and lists, masks secrets and draws edges', () => {
  const { graph, offsets } = read(manifests);
  expect(graph.map(({ address, type, dependsOn }) => [address, type, dependsOn])).toEqual([
    ['Namespace/llm', 'v1/Namespace', []],
    [
      'llm/Deployment/chat',
      'apps/v1/Deployment',
      ['Namespace/llm', 'llm/PersistentVolumeClaim/weights', 'llm/Secret/token', 'llm/ServiceAccount/chat'],
    ],
    ['llm/PersistentVolumeClaim/weights', 'v1/PersistentVolumeClaim', ['Namespace/llm']],
    ['llm/Secret/token', 'v1/Secret', ['Namespace/llm']],
    ['llm/ServiceAccount/chat', 'v1/ServiceAccount', ['Namespace/llm']],
  ]);
  expect(JSON.stringify(graph)).not.toMatch(/not-printed|bm90|replicas/);
  expect(graph[3]).toMatchObject({
    cloud: 'kubernetes',
    secret: expect.arrayContaining(['data.hf', 'stringData.other']) as unknown,
  });
  expect(graph[1]).toMatchObject({ properties: { spec: { paused: false } } });
  expect(graph[2]).toMatchObject({ stateful: true });
  expect(
    manifests.slice(offsets.get('llm/ServiceAccount/chat')).startsWith('apiVersion: v1\n    kind: ServiceAccount'),
  ).toBe(true);
});

test.each([
  [
    'a volume that is retained',
    {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: 'a' },
      spec: { persistentVolumeReclaimPolicy: 'Retain' },
    },
    true,
  ],
  [
    'a volume that is deleted',
    { apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: 'a' }, spec: {} },
    false,
  ],
  [
    'what Helm keeps',
    {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'a', annotations: { 'helm.sh/resource-policy': 'keep' } },
    },
    true,
  ],
])('%s', (_name, object, retained) => {
  expect(read(JSON.stringify(object)).graph).toMatchObject([{ stateful: true, retained }]);
});

test('an alias that stands for very many values is a problem, not the memory of the machine', () => {
  const levels = Array.from(
    { length: 20 },
    (_, index) => `a${index + 1}: &a${index + 1} [${Array(10).fill(`*a${index}`).join(', ')}]`,
  );
  const text = ['apiVersion: v1', 'kind: ConfigMap', 'metadata: { name: x }', 'a0: &a0 [x, x]', ...levels].join('\n');
  expect(manifestObjects(text).problems).toMatchObject([{ code: 'MalformedText' }]);
});

test.each([
  ['a manifest', 'apiVersion: v1\nkind: Pod\n', true],
  ['a later document', '---\n# c\n---\napiVersion: v1\nkind: Pod\n', true],
  ['a template of CloudFormation', 'Resources:\n  A:\n    apiVersion: v1\n    kind: x\n', false],
])('%s', (_name, text, is) => {
  expect(isManifestText(text)).toBe(is);
});
