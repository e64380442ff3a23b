import type { Declarations } from '../declaration';

/** Findings of the rules of the family `kubernetes`. */
export const kubernetesMessages = {
  ClusterAdminBinding: {
    title: 'Binding to cluster-admin',
    meaning: 'An account is bound to cluster-admin, or everybody is bound to a role.',
    fix: 'Bind a role with the rights that are needed, to the account that needs them.',
  },
  ClusterRoleWildcard: {
    title: 'Role with wildcards',
    meaning: 'A role allows every verb or resource, reads secrets, or opens shells in pods.',
    fix: 'Name resources and verbs, and leave out secrets and pods/exec.',
  },
  ContainerCapabilities: {
    title: 'Container with capabilities',
    meaning: 'A container keeps capabilities of the kernel, or adds some.',
    fix: 'Set capabilities.drop to ALL, and add at most NET_BIND_SERVICE.',
  },
  ContainerEscalation: {
    title: 'Container that may gain privileges',
    meaning: 'A process of a container may have more privileges than the one that started it.',
    fix: 'Set allowPrivilegeEscalation to false.',
  },
  ContainerImageTag: {
    title: 'Container image by tag',
    meaning: 'A container names its image by tag.',
    fix: 'Name the image by its digest: repository@sha256:….',
  },
  ContainerLimits: {
    title: 'Container without limits',
    meaning: 'A container has no limit or request of memory, or no request of a processor.',
    fix: 'Set resources.limits.memory and resources.requests.',
  },
  ContainerPrivileged: {
    title: 'Privileged container',
    meaning: 'A container is privileged, may gain privileges, or sees the processes of the kernel.',
    fix: 'Set privileged and allowPrivilegeEscalation to false, and leave procMount at Default.',
  },
  ContainerProbes: {
    title: 'Container without probes',
    meaning: 'A container of a server has no liveness or readiness probe.',
    fix: 'Set livenessProbe and readinessProbe.',
  },
  ContainerRoot: {
    title: 'Container as root',
    meaning: 'A container may run as root.',
    fix: 'Set runAsNonRoot to true, and runAsUser to another number than 0.',
  },
  ContainerSeccomp: {
    title: 'Container without a filter of system calls',
    meaning: 'A container may make every system call.',
    fix: 'Set seccompProfile.type to RuntimeDefault.',
  },
  ContainerSecretText: {
    title: 'Secret in a manifest',
    meaning: 'A variable of a container holds a credential as text.',
    fix: 'Refer to a secret with valueFrom.secretKeyRef, and change the credential.',
  },
  ContainerWritable: {
    title: 'Container that can change itself',
    meaning: 'The root file system of a container is writable.',
    fix: 'Set readOnlyRootFilesystem to true, and mount an emptyDir where files are written.',
  },
  DefaultNamespace: {
    title: 'Pod in the default namespace',
    meaning: 'A pod is in the namespace default.',
    fix: 'Set metadata.namespace.',
  },
  DeploymentSingle: {
    title: 'Server with one pod',
    meaning: 'A deployment has one pod, or its pods may all be in one zone.',
    fix: 'Set replicas to at least 2, and topologySpreadConstraints.',
  },
  DisruptionBudgetMissing: {
    title: 'Server without a disruption budget',
    meaning: 'No disruption budget keeps a pod of a deployment while nodes are replaced, or one allows none.',
    fix: 'Add a PodDisruptionBudget with minAvailable of at least 1.',
  },
  GpuWithoutToleration: {
    title: 'GPU without a toleration',
    meaning: 'A pod asks for a GPU and does not tolerate the taint of GPU nodes.',
    fix: 'Add a toleration of the taint, such as nvidia.com/gpu or sku.',
  },
  HostPath: {
    title: 'Pod that mounts its node',
    meaning: 'A pod mounts a folder of its node.',
    fix: 'Use a volume claim or an emptyDir.',
  },
  IngressPlain: {
    title: 'Ingress without TLS',
    meaning: 'An ingress takes plain HTTP.',
    fix: 'Set tls with a secret.',
  },
  JobWithoutDeadline: {
    title: 'Job without a deadline',
    meaning: 'A job may run for ever.',
    fix: 'Set activeDeadlineSeconds.',
  },
  NamespaceUnrestricted: {
    title: 'Namespace that takes any pod',
    meaning: 'A namespace does not enforce the pod security standard restricted or baseline.',
    fix: 'Set the label pod-security.kubernetes.io/enforce to restricted.',
  },
  NetworkPolicyMissing: {
    title: 'Namespace without a network policy',
    meaning: 'Pods of a namespace have no network policy that denies ingress and egress by default.',
    fix: 'Add a NetworkPolicy with an empty podSelector, and policyTypes Ingress and Egress.',
  },
  PodOnHost: {
    title: 'Pod in the namespaces of its node',
    meaning:
      'A pod uses the network, processes or memory of its node, a port of it, or shares the processes of its containers.',
    fix: 'Remove hostNetwork, hostPID, hostIPC, hostPort and shareProcessNamespace.',
  },
  PodToken: {
    title: 'Pod with a token of the API',
    meaning: 'A pod gets a token of the Kubernetes API.',
    fix: 'Set automountServiceAccountToken to false in the pod and its account.',
  },
  PublicLoadBalancer: {
    title: 'Public load balancer',
    meaning: 'A service opens a public load balancer.',
    fix: 'Add the annotation for an internal load balancer, or loadBalancerSourceRanges.',
  },
} as const satisfies Declarations;
