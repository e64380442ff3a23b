import type { Declarations } from '../declaration';

/** Findings of the rules of Azure in the folder `aks`. */
export const azureAksMessages = {
  AksDefender: {
    title: 'Cluster without threat detection',
    meaning: 'An AKS cluster is not watched by Microsoft Defender.',
    fix: 'Set securityProfile.defender.securityMonitoring.enabled to true.',
  },
  AksDisks: {
    title: 'Cluster with disks without a customer key',
    meaning:
      'Disks of an AKS cluster are encrypted with a key of Microsoft, or temporary disks are not encrypted at the host.',
    fix: 'Set diskEncryptionSetID, and enableEncryptionAtHost in each pool.',
  },
  AksEgress: {
    title: 'Cluster with open egress',
    meaning: 'An AKS cluster reaches the internet through a load balancer instead of a firewall.',
    fix: 'Set networkProfile.outboundType to userDefinedRouting or none.',
  },
  AksGpuPool: {
    title: 'GPU pool that takes other pods',
    meaning: 'A pool of GPU nodes of an AKS cluster is a system pool, or has no taint.',
    fix: 'Set mode to User, and nodeTaints such as sku=gpu:NoSchedule.',
  },
  AksHttpRouting: {
    title: 'Cluster with the routing add-on',
    meaning: 'An AKS cluster has the add-on for HTTP routing, which is retired and opens applications to the internet.',
    fix: 'Remove addonProfiles.httpApplicationRouting.',
  },
  AksImageCleaner: {
    title: 'Nodes that keep old images',
    meaning: 'Nodes of an AKS cluster keep images that nothing uses.',
    fix: 'Set securityProfile.imageCleaner.enabled to true.',
  },
  AksLocalAccounts: {
    title: 'Cluster with local accounts',
    meaning: 'An AKS cluster has an administrator account that is no identity of Microsoft Entra.',
    fix: 'Set disableLocalAccounts to true.',
  },
  AksNetworkPolicy: {
    title: 'Cluster without network policies',
    meaning: 'An AKS cluster does not enforce network policies.',
    fix: 'Set networkProfile.networkPolicy.',
  },
  AksNodePublic: {
    title: 'Nodes with public addresses',
    meaning: 'Nodes of an AKS cluster have public addresses.',
    fix: 'Set enableNodePublicIP to false.',
  },
  AksNodeShell: {
    title: 'Nodes with SSH',
    meaning: 'Nodes of an AKS cluster take SSH.',
    fix: 'Set securityProfile.sshAccess to Disabled in each pool.',
  },
  AksPolicy: {
    title: 'Cluster without Azure Policy',
    meaning: 'An AKS cluster takes any pod that its users may create.',
    fix: 'Set addonProfiles.azurepolicy.enabled to true.',
  },
  AksPoolZones: {
    title: 'Node pool in one zone',
    meaning: 'A node pool of an AKS cluster is in one zone, or has one node.',
    fix: 'Name two or more zones in availabilityZones, and set count to at least 2.',
  },
  AksPublicApi: {
    title: 'Cluster with a public API',
    meaning: 'The API server of an AKS cluster can be reached from public addresses.',
    fix: 'Set apiServerAccessProfile.enablePrivateCluster to true, and publicNetworkAccess to Disabled.',
  },
  AksRoles: {
    title: 'Cluster without roles of Azure',
    meaning: 'An AKS cluster does not use Microsoft Entra and the roles of Azure for its API.',
    fix: 'Set aadProfile with managed true and enableAzureRBAC true.',
  },
  AksRunCommand: {
    title: 'Cluster with run command',
    meaning: 'Commands can be run in an AKS cluster through Azure Resource Manager, past its network.',
    fix: 'Set apiServerAccessProfile.disableRunCommand to true.',
  },
  AksSecretsKey: {
    title: 'Cluster without a key for secrets',
    meaning: 'Secrets in etcd of an AKS cluster are encrypted with a key of Microsoft only.',
    fix: 'Set securityProfile.azureKeyVaultKms.enabled to true, with a key.',
  },
  AksTier: {
    title: 'Cluster without an agreement',
    meaning: 'An AKS cluster has the free tier, whose API server has no agreement.',
    fix: 'Set sku.tier to Standard or Premium.',
  },
  AksUpgrade: {
    title: 'Cluster that is not upgraded',
    meaning: 'An AKS cluster or its node images are not upgraded automatically.',
    fix: 'Set autoUpgradeProfile with upgradeChannel patch and nodeOSUpgradeChannel NodeImage.',
  },
  AksWorkloadIdentity: {
    title: 'Cluster without workload identity',
    meaning: 'Pods of an AKS cluster cannot have an identity of their own.',
    fix: 'Set securityProfile.workloadIdentity.enabled and oidcIssuerProfile.enabled to true.',
  },
} as const satisfies Declarations;
