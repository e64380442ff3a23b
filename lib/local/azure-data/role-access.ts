import type { AzureResource } from './resource';
import { textOf } from './resource';

/** What a caller of a data plane wants to do. */
export type DataAction = 'openai-infer' | 'search-query' | 'search-write' | 'search-manage';

/**
 * Built-in roles with the data actions that they give here, by id.
 * Source: Microsoft Learn, "Azure built-in roles" for AI and machine learning, and "Connect to Azure AI Search using roles" (read 2026-12-01).
 */
const roles: Readonly<Record<string, readonly DataAction[]>> = {
  // Cognitive Services OpenAI User
  '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd': ['openai-infer'],
  // Cognitive Services OpenAI Contributor
  'a001fd3d-188f-4b5d-821b-7da978bf7442': ['openai-infer'],
  // Cognitive Services User
  'a97b65f3-24c7-4388-baec-2e87135dc908': ['openai-infer'],
  // Search Index Data Reader
  '1407120a-92aa-4202-b7e9-c0e197c71c8f': ['search-query'],
  // Search Index Data Contributor
  '8ebe5a00-799e-43f5-93ac-243d3dce84a7': ['search-query', 'search-write'],
  // Search Service Contributor
  '7ca78c08-252a-4471-8644-bb5ff32d4ba0': ['search-manage'],
};

/** Whether a principal may do something on a resource: a role that gives it is assigned there, or above. */
export function mayDo(
  action: DataAction,
  principalId: string,
  on: AzureResource,
  resources: readonly AzureResource[],
): boolean {
  return resources.some((resource) => {
    if (resource.type !== 'azure-native:authorization:RoleAssignment') return false;
    const role = textOf(resource, 'roleDefinitionId')?.split('/').at(-1)?.toLowerCase() ?? '';
    const scope = textOf(resource, 'scope')?.toLowerCase() ?? '';
    const id = on.id.toLowerCase();
    return (
      textOf(resource, 'principalId') === principalId &&
      (roles[role]?.includes(action) ?? false) &&
      scope !== '' &&
      (id === scope || id.startsWith(`${scope.replace(/\/$/, '')}/`))
    );
  });
}
