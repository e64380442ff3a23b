/*
 * Names of private DNS zones by service, in the public cloud.
 *
 * Source: Microsoft Learn, "Azure Private Endpoint private DNS zone values", read 2026-11.
 */

/** Zone of Key Vault. */
export const keyVaultZone = 'privatelink.vaultcore.azure.net';
/** Zone of blob storage. */
export const blobZone = 'privatelink.blob.core.windows.net';
/** Zone of file shares. */
export const fileZone = 'privatelink.file.core.windows.net';
/** Zone of App Configuration. */
export const appConfigurationZone = 'privatelink.azconfig.io';
/** Zone of Container Registry. */
export const containerRegistryZone = 'privatelink.azurecr.io';
/** Zone of Azure OpenAI. */
export const openaiZone = 'privatelink.openai.azure.com';
/** Zone of AI Search. */
export const searchZone = 'privatelink.search.windows.net';
/** Zone of the API of Azure Machine Learning, for workspaces and registries. */
export const mlApiZone = 'privatelink.api.azureml.ms';
/** Zone of the notebooks of Azure Machine Learning. */
export const mlNotebooksZone = 'privatelink.notebooks.azure.net';
/** Zone of Azure Monitor. A network that has it reaches Azure Monitor privately. */
export const monitorZone = 'privatelink.monitor.azure.com';
/** Every zone that a private endpoint of Azure Monitor needs. */
export const monitorZones = [
  monitorZone,
  'privatelink.oms.opinsights.azure.com',
  'privatelink.ods.opinsights.azure.com',
  'privatelink.agentsvc.azure-automation.net',
  blobZone,
] as const;
