import type { PropertyValue, ResourceNode } from '../../graph';
import type { JsonMap } from '../policy';
import { isMap, listOf, valueAt } from '../policy';

/** A map inside an object of Kubernetes, with its dotted path. */
interface PlacedMap {
  readonly path: string;
  readonly value: JsonMap;
}

/** Where kinds keep the specification of their pods. */
const podPaths: Readonly<Record<string, readonly string[]>> = {
  'v1/Pod': ['spec'],
  'batch/v1/CronJob': ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
  ...Object.fromEntries(
    [
      'apps/v1/Deployment',
      'apps/v1/StatefulSet',
      'apps/v1/DaemonSet',
      'apps/v1/ReplicaSet',
      'batch/v1/Job',
      'v1/ReplicationController',
      'serving.knative.dev/v1/Service',
    ].map((type) => [type, ['spec', 'template', 'spec']]),
  ),
};

/** A type of manifests, whether it is read from a manifest or from a Pulumi program: `kubernetes:apps/v1:Deployment`. */
export function manifestType(type: string): string {
  const pulumi = /^kubernetes:(?:core\/)?([^:]+):(\w+)$/.exec(type);
  return pulumi === null ? type : `${pulumi[1] ?? ''}/${pulumi[2] ?? ''}`;
}

/** Types of nodes for a type of manifests: as manifests have it, and as Pulumi has it. */
export function manifestTypes(types: readonly string[]): readonly string[] {
  return types.flatMap((type) => {
    const at = type.lastIndexOf('/');
    const group = type.slice(0, at);
    return [type, `kubernetes:${group === 'v1' ? 'core/v1' : group}:${type.slice(at + 1)}`];
  });
}

/** Types of nodes that start pods. */
export const podTypes: readonly string[] = manifestTypes(Object.keys(podPaths));

/** Types that keep pods running, unlike jobs. */
export const serverTypes: readonly string[] = manifestTypes([
  'apps/v1/Deployment',
  'apps/v1/StatefulSet',
  'apps/v1/DaemonSet',
  'apps/v1/ReplicaSet',
]);

/** The specification of the pods of an object; undefined where it starts none, or it is not known. */
export function podOf(node: ResourceNode): PlacedMap | undefined {
  const steps = podPaths[manifestType(node.type)];
  if (steps === undefined) return undefined;
  const value = valueAt(node.properties, ...steps);
  return isMap(value) ? { path: steps.join('.'), value } : undefined;
}

/** Containers of a pod. @param lists names of the lists. @default - all of them */
export function containersOf(
  node: ResourceNode,
  lists: readonly string[] = ['containers', 'initContainers', 'ephemeralContainers'],
): readonly PlacedMap[] {
  const pod = podOf(node);
  return lists.flatMap((list) => itemsOf(pod?.value[list], `${pod?.path ?? ''}.${list}`));
}

/** The maps in a list, with their paths. */
export function itemsOf(list: PropertyValue | undefined, path: string): readonly PlacedMap[] {
  return listOf(list).flatMap((value, index) => (isMap(value) ? [{ path: `${path}.${index}`, value }] : []));
}

/** What a container or its pod says about security; that of the container counts. */
export function securityOf(node: ResourceNode, container: PlacedMap, name: string): PropertyValue | undefined {
  const own = valueAt(container.value.securityContext, name);
  return own === undefined ? valueAt(podOf(node)?.value.securityContext, name) : own;
}

/** Whether a container asks for a GPU. */
export function needsGpu({ value }: PlacedMap): boolean {
  const limits = valueAt(value.resources, 'limits');
  return isMap(limits) && Object.keys(limits).some((name) => /^(?:nvidia|amd)\.com\//.test(name));
}
