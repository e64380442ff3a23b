import type { Declarations } from '../declaration';

/** Findings of the rules of the family `eks`. */
export const eksMessages = {
  ClusterAdministrator: {
    title: 'Administrator of a cluster',
    meaning: 'An access entry makes a principal administrator of the whole cluster.',
    fix: 'Name a policy with fewer rights, or namespaces.',
    severity: 'warning',
  },
  ClusterAuthMode: {
    title: 'Cluster with the old access map',
    meaning: 'Who may use a cluster is in a config map inside the cluster.',
    fix: 'Set AuthenticationMode to API.',
  },
  ClusterCreatorAdmin: {
    title: 'Creator is administrator of the cluster',
    meaning: 'Whoever creates a cluster stays its administrator.',
    fix: 'Set BootstrapClusterCreatorAdminPermissions to false, and add access entries.',
    severity: 'warning',
  },
  ClusterDeletable: {
    title: 'Cluster without deletion protection',
    meaning: 'A cluster can be deleted by one call.',
    fix: 'Set DeletionProtection to true.',
  },
  ClusterLogs: {
    title: 'Cluster without logs',
    meaning: 'A cluster does not log its API, audit, authenticator, controller manager and scheduler.',
    fix: 'Name all five types in EnabledTypes.',
  },
  ClusterPrivateEndpoint: {
    title: 'Cluster without a private endpoint',
    meaning: 'Nodes reach the API of a cluster by its public address.',
    fix: 'Set EndpointPrivateAccess to true.',
  },
  ClusterPublicEndpoint: {
    title: 'Public cluster',
    meaning: 'The API of a cluster can be reached from every address.',
    fix: 'Set EndpointPublicAccess to false, or name addresses in PublicAccessCidrs.',
  },
  ClusterSecretsKey: {
    title: 'Cluster secrets without a customer key',
    meaning: 'The secrets of a cluster are not encrypted with a customer key.',
    fix: 'Set EncryptionConfig with a key for secrets.',
  },
  ClusterVersion: {
    title: 'Cluster version without support',
    meaning: 'A cluster runs a version of Kubernetes without extended support.',
    fix: 'Set Version to one with standard support.',
    severity: 'warning',
  },
  GpuNodegroupTaint: {
    title: 'GPU nodes without a taint',
    meaning: 'A node group with GPUs takes every pod.',
    fix: 'Set a taint nvidia.com/gpu in Taints.',
    severity: 'warning',
  },
  InstanceMetadata: {
    title: 'Instance metadata without a token',
    meaning: 'An instance gives its credentials to requests without a token.',
    fix: 'Set HttpTokens to required.',
  },
  MetadataHops: {
    title: 'Instance metadata within reach of pods',
    meaning: 'Pods reach the credentials of their node.',
    fix: 'Set HttpPutResponseHopLimit to 1.',
  },
  NodeRepair: {
    title: 'Node group without repair',
    meaning: 'A node with a broken GPU stays in its node group.',
    fix: 'Set Enabled of NodeRepairConfig to true.',
    severity: 'warning',
  },
  NodegroupShell: {
    title: 'Shell access to nodes',
    meaning: 'The nodes of a node group can be reached by SSH.',
    fix: 'Leave out RemoteAccess, and use Session Manager.',
  },
  NodegroupSingle: {
    title: 'Node group with one node',
    meaning: 'A node group may shrink to fewer than two nodes.',
    fix: 'Set MinSize to at least 2.',
    severity: 'warning',
  },
  NodegroupZones: {
    title: 'Node group in one zone',
    meaning: 'A node group has one subnet.',
    fix: 'Name subnets of at least two zones in Subnets.',
    severity: 'warning',
  },
} as const satisfies Declarations;
