import type { RelevantProperty } from '../relevant';
import type { WeakAddition } from '../weak-additions';

/** Which fields of Kubernetes objects matter for security and reliability, from the pages in `azure/sources.ts`, before the rules. */
export const kubernetesRelevant: readonly RelevantProperty[] = [
  { name: 'containers.securityContext.runAsNonRoot', removed: false, source: 'pods' },
  { name: 'runAsUser', weaker: [0], removed: false, source: 'pods' },
  { name: 'allowPrivilegeEscalation', source: 'pods' },
  { name: 'readOnlyRootFilesystem', source: 'checklist' },
  { name: 'capabilities', source: 'pods' },
  { name: 'capabilities.drop', weaker: [['NET_RAW']], source: 'pods' },
  { name: 'seccompProfile.type', weaker: ['Unconfined'], removed: false, source: 'pods' },
  { name: 'hostNetwork', removed: false, source: 'pods' },
  { name: 'hostPID', removed: false, source: 'pods' },
  { name: 'hostIPC', removed: false, source: 'pods' },
  { name: 'automountServiceAccountToken', types: /ServiceAccount/, removed: false, source: 'checklist' },
  { name: 'spec.automountServiceAccountToken', source: 'checklist' },
  { name: 'limits', source: 'checklist' },
  { name: 'requests', source: 'checklist' },
  { name: 'limits.memory', source: 'checklist' },
  { name: 'tolerations', source: 'checklist' },
  { name: 'livenessProbe', source: 'checklist' },
  { name: 'readinessProbe', source: 'checklist' },
  { name: 'topologySpreadConstraints', source: 'checklist' },
  { name: 'replicas', weaker: [1], removed: false, source: 'checklist' },
  { name: 'metadata.annotations', types: /Service$/, source: 'checklist' },
  { name: 'resources', types: /Role$/, weaker: [['*']], removed: false, source: 'checklist' },
  { name: 'verbs', types: /Role$/, weaker: [['*']], removed: false, source: 'checklist' },
  { name: 'roleRef', types: /RoleBinding/, weaker: [], removed: false, source: 'checklist' },
  { name: 'metadata.namespace', types: /Deployment|CronJob/, weaker: ['default'], removed: false, source: 'checklist' },
  { name: 'tls', types: /Ingress/, source: 'checklist' },
  { name: 'pod-security.kubernetes.io/enforce', weaker: ['privileged'], source: 'pods' },
  { name: 'minAvailable', weaker: [0], removed: false, source: 'checklist' },
  { name: 'activeDeadlineSeconds', source: 'checklist' },
];

const podOf: Readonly<Record<string, readonly string[]>> = {
  'apps/v1/Deployment': ['spec', 'template', 'spec'],
  'batch/v1/CronJob': ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
};

/** Weak values that hardened pods leave out. */
export const kubernetesAdditions: readonly WeakAddition[] = [
  ...Object.entries(podOf).flatMap(([type, pod]): readonly WeakAddition[] => [
    { type, path: [...pod, 'containers', 0, 'securityContext', 'privileged'], value: true, source: 'pods' },
    {
      type,
      path: [...pod, 'containers', 0, 'securityContext', 'capabilities', 'add'],
      value: ['SYS_ADMIN'],
      source: 'pods',
    },
    { type, path: [...pod, 'containers', 0, 'securityContext', 'procMount'], value: 'Unmasked', source: 'pods' },
    { type, path: [...pod, 'containers', 0, 'ports'], value: [{ containerPort: 8080, hostPort: 80 }], source: 'pods' },
    { type, path: [...pod, 'shareProcessNamespace'], value: true, source: 'pods' },
    { type, path: [...pod, 'volumes', 1], value: { name: 'node', hostPath: { path: '/' } }, source: 'pods' },
  ]),
  {
    type: 'rbac.authorization.k8s.io/v1/Role',
    path: ['rules', 1],
    value: { apiGroups: [''], resources: ['secrets'], verbs: ['get', 'list'] },
    source: 'checklist',
  },
  {
    type: 'rbac.authorization.k8s.io/v1/Role',
    path: ['rules', 2],
    value: { apiGroups: [''], resources: ['pods/exec'], verbs: ['create'] },
    source: 'checklist',
  },
];
