import type { Json } from '../../constraints/json';
import { listAt } from '../../constraints/value';
import type { AzureResource } from './resource';
import { nameOf, textOf } from './resource';

/** What a caller of a data plane wants to do. */
export type DataAction =
  | 'openai-infer'
  | 'search-query'
  | 'search-write'
  | 'search-manage'
  | 'endpoint-score'
  | 'configuration-read'
  | 'configuration-write';

const definition = 'azure-native:authorization:RoleDefinition';
const assignment = 'azure-native:authorization:RoleAssignment';

/** Types that decide who may call: assignments of roles, and the identities that call. */
export const accessTypes: readonly string[] = [
  assignment,
  definition,
  'azure-native:managedidentity:UserAssignedIdentity',
];

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
  // AzureML Data Scientist, whose actions include those of the workspace's endpoints
  'f6c7c914-8db3-469d-8ca1-694a8f32e121': ['endpoint-score'],
  // App Configuration Data Owner
  '5ae67dd6-50cb-40e7-96ff-dc2bfa4b606b': ['configuration-read', 'configuration-write'],
  // App Configuration Data Reader
  '516239f1-63e1-4d78-a4de-a74fb236a071': ['configuration-read'],
  // Search Service Contributor
  '7ca78c08-252a-4471-8644-bb5ff32d4ba0': ['search-manage'],
};

/** Operations of Azure Resource Manager that stand for a data action in the definition of a custom role. */
const operations: Readonly<Partial<Record<DataAction, string>>> = {
  'endpoint-score': 'Microsoft.MachineLearningServices/workspaces/onlineEndpoints/score/action',
};

/** Whether a definition of a custom role gives an action. */
function defines(action: DataAction, role: string, resources: readonly AzureResource[]): boolean {
  const operation = operations[action];
  if (operation === undefined) return false;
  return resources
    .filter((resource) => resource.type === definition && nameOf(resource).toLowerCase() === role)
    .some(({ inputs }) =>
      listAt(inputs, 'permissions').some(
        (permission) =>
          listAt(permission, 'actions').some((pattern) => covers(pattern, operation)) &&
          !listAt(permission, 'notActions').some((pattern) => covers(pattern, operation)),
      ),
    );
}

/** Whether a pattern with asterisks covers an operation; case does not count. */
function covers(pattern: Json, operation: string): boolean {
  if (typeof pattern !== 'string') return false;
  const parts = pattern.toLowerCase().split('*');
  const text = operation.toLowerCase();
  const last = parts.pop() ?? '';
  if (parts.length === 0) return text === last;
  let from = 0;
  for (const [index, part] of parts.entries()) {
    const found = text.indexOf(part, from);
    if (found < 0 || (index === 0 && found > 0)) return false;
    from = found + part.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
}

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
      ((roles[role]?.includes(action) ?? false) || defines(action, role, resources)) &&
      scope !== '' &&
      (id === scope || id.startsWith(`${scope.replace(/\/$/, '')}/`))
    );
  });
}
