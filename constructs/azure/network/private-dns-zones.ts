/*
 * Private DNS zone names by service.
 *
 * Source: Microsoft Learn, "Azure Private Endpoint private DNS zone values", read 2026-11; the public cloud's names.
 */
export const KEY_VAULT_ZONE = 'privatelink.vaultcore.azure.net';
export const BLOB_ZONE = 'privatelink.blob.core.windows.net';
export const CONTAINER_REGISTRY_ZONE = 'privatelink.azurecr.io';
export const OPENAI_ZONE = 'privatelink.openai.azure.com';
export const SEARCH_ZONE = 'privatelink.search.windows.net';
/** Workspaces and registries of Azure Machine Learning share this zone. */
export const ML_API_ZONE = 'privatelink.api.azureml.ms';
export const ML_NOTEBOOKS_ZONE = 'privatelink.notebooks.azure.net';
/** The zone whose presence in a network says that Azure Monitor is reached privately. */
export const MONITOR_ZONE = 'privatelink.monitor.azure.com';
export const MONITOR_ZONES = [
  MONITOR_ZONE,
  'privatelink.oms.opinsights.azure.com',
  'privatelink.ods.opinsights.azure.com',
  'privatelink.agentsvc.azure-automation.net',
  BLOB_ZONE,
] as const;
