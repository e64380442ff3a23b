/** What a resource type can send to a workspace. */
export interface DiagnosticSupport {
  /** Whether Azure Monitor has metrics of the type. A setting that asks for metrics of another type is refused. */
  readonly metrics: boolean;
  /** Whether the type has log categories. */
  readonly logs: boolean;
}

/**
 * What each resource type of this kit can send.
 *
 * Source: Microsoft Learn, "Supported metrics with Azure Monitor" (its index as of 2024-09-12, its page of online
 * endpoints as of 2026-07-13) and the pages of supported log categories, read 2026-11-30. A type without metrics has no
 * page in the folder of metrics.
 */
export const diagnosticSupport = {
  'Microsoft.AppConfiguration/configurationStores': { metrics: true, logs: true },
  'Microsoft.CognitiveServices/accounts': { metrics: true, logs: true },
  'Microsoft.ContainerRegistry/registries': { metrics: true, logs: true },
  'Microsoft.KeyVault/vaults': { metrics: true, logs: true },
  'Microsoft.MachineLearningServices/registries': { metrics: false, logs: true },
  'Microsoft.MachineLearningServices/workspaces': { metrics: true, logs: true },
  'Microsoft.MachineLearningServices/workspaces/onlineEndpoints': { metrics: true, logs: true },
  'Microsoft.Network/networkSecurityGroups': { metrics: false, logs: true },
  'Microsoft.Network/virtualNetworks': { metrics: true, logs: true },
  'Microsoft.OperationalInsights/workspaces': { metrics: true, logs: true },
  'Microsoft.Search/searchServices': { metrics: true, logs: true },
  // Reads, writes and deletes are logged by the services of the account.
  'Microsoft.Storage/storageAccounts': { metrics: true, logs: false },
  'Microsoft.Storage/storageAccounts/blobServices': { metrics: true, logs: true },
  'Microsoft.Storage/storageAccounts/fileServices': { metrics: true, logs: true },
} as const satisfies Readonly<Record<string, DiagnosticSupport>>;

/** A resource type that can have a diagnostic setting. */
export type DiagnosedType = keyof typeof diagnosticSupport;
