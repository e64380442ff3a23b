import type { AzureResource } from './resource';
import { textOf } from './resource';

/** What a caller of a data plane wants to do. */
export type DataAction = 'openai-infer' | 'search-query' | 'search-write' | 'search-manage';

const assignment = 'azure-native:authorization:RoleAssignment';

/** Types that decide who may call: assignments of roles, and the identities that call. */
export const accessTypes: readonly string[] = [assignment, 'azure-native:managedidentity:UserAssignedIdentity'];

/**
 * The roles that the kit assigns, with the data actions that they give here, by id. Another role gives none: it is not known here.
 * Source: that of the constructs that assign them: "Azure built-in roles" and "Connect to Azure AI Search using roles" of Microsoft
 * Learn, read 2026-11-30.
 */
const roles: Readonly<Record<string, readonly DataAction[]>> = {
  // Cognitive Services OpenAI User
  '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd': ['openai-infer'],
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
    if (resource.type !== assignment) return false;
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
