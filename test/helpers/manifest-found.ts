import { readManifests } from '../../lib/graph/kubernetes/read-manifests';
import type { Rule } from '../../lib/review';
import { check } from '../../lib/review/check';

/** A deployment with this pod, in a namespace of its own. */
export function podObject(pod: object) {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'chat', namespace: 'llm' },
    spec: { template: { metadata: { labels: { app: 'chat' } }, spec: pod } },
  };
}

/** Paths of what a rule finds in objects of Kubernetes; undefined is left out. */
export function manifestFound(rule: Rule, objects: readonly object[]): readonly string[] {
  const { graph } = readManifests(
    objects.map((value) => ({ value: JSON.parse(JSON.stringify(value)) as unknown, offset: 0 })),
    { environment: 'prod', stack: 'serving' },
  );
  return check(graph, [rule]).findings.map(({ path }) => path);
}
