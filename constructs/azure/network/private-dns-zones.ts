/*
 * Private DNS zone names by service.
 *
 * Source: Microsoft Learn, "Azure Private Endpoint private DNS zone values", read 2026-11; the public cloud's names.
 */
export const keyVaultZone = 'privatelink.vaultcore.azure.net';
export const blobZone = 'privatelink.blob.core.windows.net';
export const containerRegistryZone = 'privatelink.azurecr.io';
export const openaiZone = 'privatelink.openai.azure.com';
export const searchZone = 'privatelink.search.windows.net';
/** Workspaces and registries of Azure Machine Learning share this zone. */
export const mlApiZone = 'privatelink.api.azureml.ms';
export const mlNotebooksZone = 'privatelink.notebooks.azure.net';
/** The zone whose presence in a network says that Azure Monitor is reached privately. */
export const monitorZone = 'privatelink.monitor.azure.com';
export const monitorZones = [
  monitorZone,
  'privatelink.oms.opinsights.azure.com',
  'privatelink.ods.opinsights.azure.com',
  'privatelink.agentsvc.azure-automation.net',
  blobZone,
] as const;
