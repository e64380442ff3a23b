/**
 * Ids of the built-in roles that components assign, by role name. The ids are the same in every tenant.
 *
 * Source: Microsoft Learn, "Azure built-in roles", read 2026-11.
 */
export const roleDefinitions = {
  AcrPull: '7f951dda-4ed3-4680-a7ca-43fe172d538d',
  AcrPush: '8311e382-0749-4cb8-b61a-304f252e45ec',
  'App Configuration Data Owner': '5ae67dd6-50cb-40e7-96ff-dc2bfa4b606b',
  'App Configuration Data Reader': '516239f1-63e1-4d78-a4de-a74fb236a071',
  'Azure AI Enterprise Network Connection Approver': 'b556d68e-0be0-4f35-a333-ad7ee1ce17ea',
  'AzureML Data Scientist': 'f6c7c914-8db3-469d-8ca1-694a8f32e121',
  'AzureML Metrics Writer (preview)': '635dd51f-9968-44d3-b7fb-6d9a6bd613ae',
  'AzureML Registry User': '1823dd4f-9b8c-4ab6-ab4e-7397a3684615',
  'Cognitive Services OpenAI User': '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd',
  'Container Registry Data Importer and Data Reader': '577a9874-89fd-4f24-9dbd-b5034d0ad23a',
  'Key Vault Secrets User': '4633458b-17de-408a-b874-0445c86b69e6',
  'Managed Identity Operator': 'f1a07417-d97a-45cb-824c-7a7467783830',
  'Monitoring Metrics Publisher': '3913510d-42f4-4e42-8a64-420c390055eb',
  Reader: 'acdd72a7-3385-48ef-bd42-f606fba81ae7',
  'Search Index Data Contributor': '8ebe5a00-799e-43f5-93ac-243d3dce84a7',
  'Search Index Data Reader': '1407120a-92aa-4202-b7e9-c0e197c71c8f',
  'Search Service Contributor': '7ca78c08-252a-4471-8644-bb5ff32d4ba0',
  'Storage Blob Data Contributor': 'ba92f5b4-2d11-453d-a403-e96b0029c9fe',
  'Storage Blob Data Reader': '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1',
} as const;

/** Name of a built-in role that components assign. */
export type RoleName = keyof typeof roleDefinitions;
