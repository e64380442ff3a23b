import type { AzureResource } from '../../../../lib/local/azure-data';

const group = '/subscriptions/22222222-2222-4222-8222-222222222222/resourceGroups/test';

/** Ids and names of the environment of the tests. */
export const ids = {
  account: `${group}/providers/Microsoft.CognitiveServices/accounts/models`,
  search: `${group}/providers/Microsoft.Search/searchServices/vectors`,
  caller: 'caaaaaaa-0000-4000-8000-000000000001',
  writer: 'caaaaaaa-0000-4000-8000-000000000002',
  nobody: 'caaaaaaa-0000-4000-8000-000000000003',
};

/** Ids of built-in roles. */
export const roleIds = {
  openAiUser: '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd',
  reader: '1407120a-92aa-4202-b7e9-c0e197c71c8f',
  contributor: '8ebe5a00-799e-43f5-93ac-243d3dce84a7',
  service: '7ca78c08-252a-4471-8644-bb5ff32d4ba0',
};

/** A role assignment. */
export function assigned(principalId: string, role: string, scope: string): AzureResource {
  return {
    type: 'azure-native:authorization:RoleAssignment',
    id: `${scope}/providers/Microsoft.Authorization/roleAssignments/${role}-${principalId}`,
    inputs: {
      principalId,
      scope,
      roleDefinitionId: `/subscriptions/22222222-2222-4222-8222-222222222222/providers/Microsoft.Authorization/roleDefinitions/${role}`,
    },
    outputs: {},
  };
}

function deployment(name: string, model: string): AzureResource {
  return {
    type: 'azure-native:cognitiveservices:Deployment',
    id: `${ids.account}/deployments/${name}`,
    inputs: { properties: { model: { format: 'OpenAI', name: model, version: '1' } } },
    outputs: {},
  };
}

/** An account with two deployments, a search service, one identity that calls and queries, and one that fills indexes. */
export const environment: readonly AzureResource[] = [
  {
    type: 'azure-native:cognitiveservices:Account',
    id: ids.account,
    inputs: { properties: { disableLocalAuth: true } },
    outputs: {},
  },
  deployment('chat', 'gpt-5.1'),
  deployment('embed', 'text-embedding-3-small'),
  { type: 'azure-native:search:Service', id: ids.search, inputs: { disableLocalAuth: true }, outputs: {} },
  assigned(ids.caller, roleIds.openAiUser, ids.account),
  assigned(ids.caller, roleIds.reader, ids.search),
  assigned(ids.writer, roleIds.contributor, ids.search),
  assigned(ids.writer, roleIds.service, group),
];
