import type { Exclusion } from '../excluded';

/** Mutants of Azure and Kubernetes that are no flaw, read against the documentation of the service, 2026-12-01. */
export const azureExclusions: readonly Exclusion[] = [
  {
    id: /(?:require_secure_transport|log_\w+|pgaudit\.log) .*properties\.value: lower to "TLSv1"$|ssl_min_protocol_version .*properties\.value: lower to "off"$/,
    reason: 'the service refuses the value, which belongs to another setting',
  },
  {
    id: /managedEnvironments properties\.publicNetworkAccess: remove$/,
    reason: 'an environment that is internal to a network has no public address',
  },
  {
    id: /^\d+ (?:assistant-managedEnvironments|gateway-Gateway) .*privateEndpoints : remove resource$/,
    reason: 'the service is inside of the network itself, and is reached there',
  },
  {
    id: /containerApps properties\.configuration\.(?:secrets\.0\.(?:keyVaultUrl|identity)|registries\.0\.identity): remove$/,
    reason: 'the service refuses a secret without a value, and pulls no image without an identity',
  },
  {
    id: /storageAccounts properties\.allowBlobPublicAccess: remove$/,
    reason: 'accounts that are created today have no public blobs unless they ask for them',
  },
  {
    id: /storageAccounts properties\.minimumTlsVersion: remove$/,
    reason: 'the service takes no TLS below 1.2 since February 2026',
  },
  {
    id: /databaseAccounts properties\.disableKeyBasedMetadataWriteAccess: /,
    reason: 'the account takes no keys at all',
  },
  {
    id: /registries properties\.zoneRedundancy: /,
    reason: 'every registry is in several zones by itself, and the service reads the property no more',
  },
  {
    id: /projects\/connections properties\.isSharedToAll: /,
    reason: 'a connection of a project is for its own users',
  },
  {
    id: /containers\.\d+\.resources\.requests: remove$/,
    reason: 'the container has limits, which Kubernetes takes for its requests',
  },
  {
    id: /computes properties\.properties\.subnet: remove$/,
    reason: 'the workspace has a managed network, in which its computes run without a subnet',
  },
  {
    id: /flowLogs properties\.retentionPolicy\.enabled: flip to false$/,
    reason: 'without a retention policy flow logs are kept for ever',
  },
  {
    id: /actionGroups : remove resource$/,
    reason: 'the alerts of the template name the group, so that the deployment fails',
  },
  {
    id: /spec\.securityContext\.seccompProfile\.type: lower to "Unconfined"$/,
    reason: 'each container sets its own profile, which counts',
  },
];
