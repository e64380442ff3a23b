import type { DocumentPlace } from '../document';
import { asList, asRecord, asText, isRecord, mapEntries, propertyValue, sortNodes } from '../json';
import { secretValue } from '../placeholder';
import { placeholderMarks } from '../placeholder-marks';
import type { ResourceGraph, ResourceNode } from '../resource-graph';
import { statefulTypes } from '../stateful-types';
import type { ManifestObject } from './manifest-text';

/** Namespace of an object that names none. */
const defaultNamespace = 'default';

/**
 * Kinds without a namespace, by what their API version begins with where another group has the kind too.
 *
 * Source: kubernetes.io/docs/reference/kubernetes-api (cluster-scoped resources) and the custom resources of Karpenter and
 * KServe, read 2026-12-01.
 */
const clusterKinds: ReadonlySet<string> = new Set([
  'APIService',
  'ClusterRole',
  'ClusterRoleBinding',
  'ClusterServingRuntime',
  'CSIDriver',
  'CustomResourceDefinition',
  'DeviceClass',
  'EC2NodeClass',
  'IngressClass',
  'MutatingWebhookConfiguration',
  'Namespace',
  'Node',
  'NodeClass',
  'NodePool',
  'PersistentVolume',
  'PriorityClass',
  'RuntimeClass',
  'StorageClass',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  'ValidatingWebhookConfiguration',
  'VolumeSnapshotClass',
]);

/** Fields that are the type of the node, or that the cluster writes. */
const elsewhere: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'status']);

/** A graph of manifests, and where each object begins. */
export interface ManifestGraph {
  readonly graph: ResourceGraph;
  /** Characters before an object, by its address. */
  readonly offsets: ReadonlyMap<string, number>;
}

/**
 * Reads Kubernetes objects into the graph: type `<apiVersion>/<kind>`, address `<namespace>/<kind>/<name>`, without a namespace
 * `<kind>/<name>`. Values of a Secret are masked. Edges go to what an object names: accounts, claims, config maps, secrets,
 * services, roles, and its namespace.
 */
export function readManifests(objects: readonly ManifestObject[], place: DocumentPlace): ManifestGraph {
  const offsets = new Map<string, number>();
  const drafts = objects.flatMap(({ value, offset }) => {
    const node = draft(value, place);
    if (node === undefined) return [];
    offsets.set(node.address, offset);
    return [node];
  });
  const nodes = [...new Map(drafts.map((node) => [node.address, node])).values()];
  const known = new Set(nodes.map(({ address }) => address));
  return { graph: sortNodes(nodes.map((node) => ({ ...node, dependsOn: edgesOf(node, known) }))), offsets };
}

function draft(value: unknown, place: DocumentPlace): ResourceNode | undefined {
  const object = asRecord(value);
  const kind = asText(object['kind']);
  const apiVersion = asText(object['apiVersion']);
  const metadata = asRecord(object['metadata']);
  const name = asText(metadata['name']) ?? asText(metadata['generateName']);
  if (kind === undefined || apiVersion === undefined || name === undefined) return undefined;
  const type = `${apiVersion}/${kind}`;
  const declared = Object.fromEntries(Object.entries(object).filter(([key]) => !elsewhere.has(key)));
  const properties = mapEntries(masked(kind, declared), propertyValue);
  return {
    environment: place.environment,
    cloud: 'kubernetes',
    stack: place.stack,
    address: addressOf(kind, name, asText(metadata['namespace'])),
    type,
    properties,
    dependsOn: [],
    stateful: statefulTypes.has(type),
    retained: isRetained(kind, object, metadata),
    ...placeholderMarks(properties),
  };
}

function addressOf(kind: string, name: string, namespace = defaultNamespace): string {
  return clusterKinds.has(kind) ? `${kind}/${name}` : `${namespace}/${kind}/${name}`;
}

/** `data` and `stringData` of a Secret, and the copy of them that kubectl writes into an annotation. */
function masked(kind: string, object: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (kind !== 'Secret') return object;
  return mapEntries(object, (value, key) => {
    if ((key === 'data' || key === 'stringData') && isRecord(value)) return mapEntries(value, () => secretValue);
    if (key !== 'metadata' || !isRecord(value)) return value;
    return mapEntries(value, (item, field) =>
      field === 'annotations' && isRecord(item)
        ? mapEntries(item, (text, name) => (name.endsWith('last-applied-configuration') ? secretValue : text))
        : item,
    );
  });
}

/** A volume with the reclaim policy Retain, and what Helm or Argo CD are told to keep. */
function isRetained(
  kind: string,
  object: Readonly<Record<string, unknown>>,
  metadata: Readonly<Record<string, unknown>>,
): boolean {
  if (kind === 'PersistentVolume') return asRecord(object['spec'])['persistentVolumeReclaimPolicy'] === 'Retain';
  const annotations = asRecord(metadata['annotations']);
  const argo = asText(annotations['argocd.argoproj.io/sync-options']) ?? '';
  return annotations['helm.sh/resource-policy'] === 'keep' || /Delete=false|Prune=false/.test(argo);
}

/** Keys whose value, or whose `name`, is the name of an object of a kind. */
const named: ReadonlyMap<string, string> = new Map([
  ['serviceAccountName', 'ServiceAccount'],
  ['claimName', 'PersistentVolumeClaim'],
  ['secretName', 'Secret'],
  ['configMapRef', 'ConfigMap'],
  ['configMapKeyRef', 'ConfigMap'],
  ['secretRef', 'Secret'],
  ['secretKeyRef', 'Secret'],
  ['imagePullSecrets', 'Secret'],
  ['configMap', 'ConfigMap'],
  ['service', 'Service'],
  ['serviceName', 'Service'],
  ['storageClassName', 'StorageClass'],
  ['priorityClassName', 'PriorityClass'],
]);

function edgesOf(node: ResourceNode, known: ReadonlySet<string>): readonly string[] {
  const namespace = asText(asRecord(node.properties['metadata'])['namespace']) ?? defaultNamespace;
  const found = new Set([`Namespace/${namespace}`]);
  const name = (kind: string, target: unknown, within: unknown): void => {
    const text = asText(target) ?? asText(asRecord(target)['name']);
    if (text !== undefined) found.add(addressOf(kind, text, asText(within) ?? namespace));
  };
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isRecord(value)) return;
    // `roleRef`, `scaleTargetRef`, `targetRef`, subjects and the like.
    if (typeof value['kind'] === 'string') name(value['kind'], value['name'], value['namespace']);
    for (const [key, item] of Object.entries(value)) {
      const kind = named.get(key);
      if (kind !== undefined)
        for (const target of Array.isArray(item) ? asList(item) : [item]) name(kind, target, undefined);
      visit(item);
    }
  };
  visit(node.properties);
  found.delete(node.address);
  return [...found].filter((address) => known.has(address)).toSorted();
}
